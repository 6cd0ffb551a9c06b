package no.segl.app.evidence;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.segl.app.lettering.TaggedPages;
import no.segl.app.web.page.Figures;
import no.segl.app.web.page.Language;
import no.segl.app.web.page.Texts;
import no.segl.core.evidence.Event;
import no.segl.core.evidence.Event.Told;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.letter.Notice;

/** The proof as a document that people read: plain text, tagged, in their language. */
final class ProofPdf {

    private static final String NOTICE = "NoticeSent";
    private static final String FIRST = "ARRIVED";
    private static final String SECOND = Notice.Kind.STILL_UNOPENED.name();

    /** What a reader looks for first, once each. */
    private static final List<String> MAIN =
            List.of(
                    "LetterAccepted",
                    "LetterAvailable",
                    NOTICE,
                    "LetterOpened",
                    "LetterPosted",
                    "LetterWithdrawn",
                    "LetterSettled");

    private static final Set<String> ENDS =
            Set.of("LetterOpened", "LetterPosted", "LetterWithdrawn", "LetterSettled");

    private final Proof proof;
    private final String fingerprint;
    private final Texts texts;
    private final Figures figures;

    ProofPdf(Proof proof, String fingerprint) {
        this.proof = proof;
        this.fingerprint = fingerprint;
        this.texts = Texts.of(Language.of(proof.language().code()).orElse(Language.NB));
        this.figures = texts.figures();
    }

    byte[] bytes() throws IOException {
        String title = texts.get("proof.title");
        try (var pages = new TaggedPages(title, texts.language().tag())) {
            pages.title(title);
            pages.paragraph(texts.get("proof.intro", madeFor(), figures.dateTime(proof.madeAt())));
            letter(pages);
            summary(pages);
            pages.heading(texts.get("proof.events"));
            pages.paragraph(texts.get("proof.events.text"));
            for (Event event : proof.events()) {
                event(pages, event);
            }
            pages.heading(texts.get("proof.proves"));
            pages.paragraph(texts.get("proof.proves.signed"));
            pages.paragraph(texts.get("proof.proves.entries"));
            pages.paragraph(texts.get("proof.proves.not"));
            pages.heading(texts.get("proof.check"));
            pages.paragraph(texts.get("proof.check.text"));
            pages.paragraph("./segl proof verify FILE --key " + fingerprint);
            return pages.finish(texts.get("proof.foot", proof.letter()));
        }
    }

    private String madeFor() {
        String end = texts.named("proof.role.", proof.madeFor().name());
        return end.substring(0, 1).toLowerCase(texts.language().locale()) + end.substring(1);
    }

    private void letter(TaggedPages pages) throws IOException {
        pages.heading(texts.get("letter.about"));
        named(pages, "fact.letterId", proof.letter().toString());
        named(pages, "fact.from", party(proof.names().sender(), "sender"));
        named(pages, "fact.to", party(proof.names().recipient(), "recipient"));
        named(pages, "column.category", proof.names().category());
        named(pages, "fact.language", figures.languageName(proof.accepted("language")));
        int number = 1;
        for (Proof.Sealed document : proof.documents()) {
            pages.paragraph(
                    texts.get(
                            "proof.document",
                            number++,
                            figures.size(document.size()),
                            document.sha256()));
        }
    }

    private String party(String name, String end) {
        String number = proof.accepted(end);
        return name + " (" + OrgNumber.parse(number).map(figures::orgNumber).orElse(number) + ")";
    }

    private void named(TaggedPages pages, String key, String value) throws IOException {
        pages.paragraph(texts.find(key).orElseThrow() + ": " + value);
    }

    // law: eforvaltningsforskriften-8
    private void summary(TaggedPages pages) throws IOException {
        pages.heading(texts.get("proof.summary"));
        List<Told> told = proof.events().stream().flatMap(e -> e.told().stream()).toList();
        Set<String> back =
                told.stream()
                        .filter(t -> t.type().equals("NoticeFailed"))
                        .map(ProofPdf::notice)
                        .collect(Collectors.toSet());
        for (String type : MAIN) {
            Optional<Told> first =
                    told.stream()
                            .filter(t -> t.type().equals(type))
                            .filter(t -> !type.equals(NOTICE) || isToReader(t))
                            .filter(t -> !type.equals(NOTICE) || !back.contains(notice(t)))
                            .findFirst();
            if (first.isPresent()) {
                pages.paragraph(what(first.get()) + ": " + figures.dateTime(first.get().at()));
            }
        }
        for (Told again : told) {
            if (again.type().equals(NOTICE) && isToReader(again)) {
                String when = figures.dateTime(again.at());
                if (back.contains(notice(again))) {
                    pages.paragraph(texts.get("proof.summary.back", when));
                } else if (kind(again).equals(SECOND)) {
                    pages.paragraph(texts.get("proof.summary.again", when));
                }
            }
        }
        if (told.stream().noneMatch(t -> ENDS.contains(t.type()))) {
            pages.paragraph(texts.get("proof.summary.open"));
        }
    }

    /** One to those who could open it. Who can mend it is told of something else. */
    private static boolean isToReader(Told told) {
        return kind(told).equals(FIRST) || kind(told).equals(SECOND);
    }

    private static String kind(Told told) {
        return told.values().getOrDefault("kind", "");
    }

    private static String notice(Told told) {
        return told.values().getOrDefault("notice", "");
    }

    private String what(Told told) {
        return texts.named("ledger.fact.", told.type());
    }

    private void event(TaggedPages pages, Event event) throws IOException {
        pages.space();
        if (event.told().isEmpty()) {
            pages.paragraph(texts.get("proof.event.others"));
        } else {
            Told told = event.told().get();
            pages.paragraph(
                    texts.get(
                            "proof.event",
                            what(told),
                            figures.dateTime(told.at()),
                            LedgerTime.text(told.at())));
            pages.small(texts.get("ledger.who") + ": " + who(told));
            pages.small(texts.get("ledger.right") + ": " + right(told));
            if (!told.values().isEmpty()) {
                pages.small(
                        texts.get(
                                "proof.event.values",
                                told.values().entrySet().stream()
                                        .filter(v -> !v.getKey().startsWith("document."))
                                        .map(v -> v.getKey() + " " + v.getValue())
                                        .collect(Collectors.joining(", "))));
            }
            if (told.etsi().isPresent()) {
                pages.small(texts.get("proof.event.etsi", told.etsi().get().event()));
            }
        }
        pages.small(texts.get("proof.event.entry", event.number(), event.hash().hex()));
    }

    private String who(Told told) {
        String role = texts.named("proof.role.", told.role().name());
        String kind = texts.named("ledger.actor.", told.actorKind());
        return told.actorKind().equals("segl")
                ? kind + " (" + told.actorId().orElse("") + ")"
                : role + ", " + kind + told.actorId().map(id -> " " + id).orElse("");
    }

    private String right(Told told) {
        String code = texts.named("ledger.right.", told.right().code());
        String ground = told.right().ground();
        return ground.isEmpty() ? code : code + " (" + ground + ")";
    }
}

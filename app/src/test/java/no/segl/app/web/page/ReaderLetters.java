package no.segl.app.web.page;

import static no.segl.app.web.page.World.BARNEVERN;
import static no.segl.app.web.page.World.LONG;
import static no.segl.app.web.page.World.POLITI;
import static no.segl.app.web.page.World.ago;
import static no.segl.app.web.page.World.category;
import static no.segl.app.web.page.World.digest;
import static no.segl.app.web.page.World.document;
import static no.segl.app.web.page.World.letter;
import static no.segl.app.web.page.World.pick;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A letter at its reader's, before and after opening, and refused. */
final class ReaderLetters {

    private ReaderLetters() {}

    static void add(Map<String, Function<Language, Page>> all) {
        all.put("sealed", l -> sealed(l, known(l), false));
        all.put("sealed-opened-before", l -> sealed(l, known(l), true));
        all.put("sealed-no-title", l -> sealed(l, untitled(l), false));
        all.put("sealed-long", l -> sealed(l, extreme(l), true));
        all.put(
                "letter-withheld",
                l -> opened(l, known(l), List.of(), List.of(), Optional.empty()));
        all.put("letter", l -> opened(l, known(l), documents(), refusals(l), form(l, List.of())));
        all.put("letter-replied", ReaderLetters::replied);
        all.put("letter-faults", l -> opened(l, known(l), documents(), List.of(), faulty(l)));
        all.put(
                "letter-no-pdf",
                l ->
                        opened(
                                l,
                                untitled(l),
                                documents().subList(2, 3),
                                List.of(),
                                Optional.empty()));
        all.put("letter-long", ReaderLetters::extremeOpened);
        for (RefusedPage.Reason reason : RefusedPage.Reason.values()) {
            String name = reason.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            all.put("refused-" + name, l -> refused(l, reason));
        }
        all.put("refused-bare", ReaderLetters::bare);
        SealedSamples.add(all);
    }

    static Letter known(Language l) {
        return new Letter(
                letter(1),
                POLITI,
                BARNEVERN,
                category(l, 0),
                Optional.of("Oversending av rapport"),
                "nb",
                ago(9, 3),
                3);
    }

    private static Letter untitled(Language l) {
        return new Letter(
                letter(4), POLITI, BARNEVERN, category(l, 2), Optional.empty(), "nb", ago(0, 5), 1);
    }

    static Letter extreme(Language l) {
        return new Letter(
                letter(8),
                LONG,
                LONG,
                category(l, 1),
                Optional.of(World.HOSTILE.repeat(2)),
                "se",
                ago(412, 3),
                14);
    }

    private static Page sealed(Language l, Letter letter, boolean before) {
        return new SealedPage(
                World.inside(l, Shell.Section.INBOX),
                letter,
                right(l),
                before ? Optional.of(ago(8, 2)) : Optional.empty(),
                !before,
                before ? Optional.empty() : Optional.of(AccessPages.panel(false)),
                InboxPages.care(false, !before, false));
    }

    private static String right(Language l) {
        return pick(
                l,
                "Fullmakt for barnevern, gitt av Ingrid Solbakken",
                "Fullmakt for barnevern, gitt av Ingrid Solbakken",
                "Power for child welfare, given by Ingrid Solbakken");
    }

    static List<LetterPage.Document> documents() {
        return List.of(
                new LetterPage.Document(
                        document(1), "Rapport.pdf", "application/pdf", 248_311, digest("a")),
                new LetterPage.Document(
                        document(2),
                        "Vedlegg 1 – tidslinje.pdf",
                        "application/pdf",
                        1_402_118,
                        digest("b")),
                new LetterPage.Document(
                        document(3), "Lydopptak.m4a", "audio/mp4", 18_440_902, digest("c")));
    }

    private static List<Refusal> refusals(Language l) {
        String why = Texts.of(l).get("refused.ground.NO_GRANT");
        return List.of(
                new Refusal(ago(1, 4), "Jonas Vik", why), new Refusal(ago(8, 6), "Jonas Vik", why));
    }

    private static Optional<ReplyForm> form(Language l, List<ReplyForm.Fault> faults) {
        return Optional.of(
                new ReplyForm(
                        "019ab3c4-0000-7000-8000-000000000001",
                        faults.isEmpty() ? "" : World.HOSTILE,
                        l.tag(),
                        new ReplyForm.Limits(
                                80, 10, 2_000_000_000L, List.of(".pdf", ".docx", ".odt", ".txt")),
                        faults));
    }

    private static Optional<ReplyForm> faulty(Language l) {
        return form(
                l,
                List.of(
                        new ReplyForm.Fault(ReplyForm.Kind.TITLE_TOO_LONG, Optional.empty()),
                        new ReplyForm.Fault(
                                ReplyForm.Kind.FILE_TYPE,
                                Optional.of("program" + World.UNBROKEN))));
    }

    static LetterPage opened(
            Language l,
            Letter letter,
            List<LetterPage.Document> documents,
            List<Refusal> refusals,
            Optional<ReplyForm> form) {
        return new LetterPage(
                World.inside(l, Shell.Section.INBOX),
                letter,
                new References(
                        Optional.of("SPD-2026-88121"),
                        Optional.of("2026/1184"),
                        Optional.of("Marte Aas")),
                documents,
                List.of(),
                documents.isEmpty(),
                documents.stream()
                        .filter(LetterPage.Document::showable)
                        .map(LetterPage.Document::id)
                        .findFirst(),
                new Newest<>(
                        List.of(
                                new LetterPage.Opening(ago(0, 0), "Kari Nordgård", right(l), true),
                                new LetterPage.Opening(ago(8, 2), "Marte Aas", right(l), false)),
                        2),
                new Newest<>(refusals, refusals.size()),
                new Newest<>(List.of(), 0),
                false,
                form,
                form.map(f -> AccessPages.panel(!f.faults().isEmpty())),
                InboxPages.care(
                        true,
                        form.isPresent(),
                        form.filter(f -> !f.faults().isEmpty()).isPresent()));
    }

    private static Page replied(Language l) {
        LetterPage page = opened(l, known(l), documents(), refusals(l), form(l, List.of()));
        return new LetterPage(
                page.shell(),
                page.letter(),
                References.NONE,
                page.documents(),
                page.sealed(),
                page.withheld(),
                page.shown(),
                page.openings(),
                page.refusals(),
                new Newest<>(
                        List.of(
                                new LetterPage.Reply(
                                        letter(21), ago(0, 0), LetterStatus.ACCEPTED, true),
                                new LetterPage.Reply(
                                        letter(22), ago(2, 0), LetterStatus.AVAILABLE, false)),
                        31,
                        true,
                        Optional.of("svar." + letter(22))),
                true,
                page.form(),
                page.share(),
                InboxPages.handled());
    }

    private static Page extremeOpened(Language l) {
        List<LetterPage.Document> documents =
                List.of(
                        new LetterPage.Document(
                                document(9),
                                World.UNBROKEN,
                                "application/pdf",
                                999_600,
                                digest("d")),
                        new LetterPage.Document(
                                document(10),
                                World.HOSTILE,
                                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                                0,
                                digest("e")));
        Refusal refusal = new Refusal(ago(3, 3), World.UNBROKEN, World.HOSTILE);
        return opened(l, extreme(l), documents, List.of(refusal), faulty(l));
    }

    private static Page refused(Language l, RefusedPage.Reason reason) {
        return new RefusedPage(
                World.inside(l, Shell.Section.INBOX),
                reason,
                Optional.of(BARNEVERN),
                Optional.of(category(l, 0)),
                Optional.of(World.NOW),
                List.of(
                        new AccessGiver(BARNEVERN, List.of("Ingrid Solbakken", "Jonas Vik")),
                        new AccessGiver(World.KOMMUNE, List.of())),
                reason.mendable() || reason == RefusedPage.Reason.DESTROYED
                        ? Optional.empty()
                        : Optional.of("/brev/" + letter(3) + "/bevis"));
    }

    /** As a stranger meets it: neither the category nor the unit is told, only whom to ask. */
    private static Page bare(Language l) {
        return new RefusedPage(
                World.inside(l, Shell.Section.INBOX),
                RefusedPage.Reason.NO_GRANT,
                Optional.empty(),
                Optional.empty(),
                Optional.of(World.NOW),
                List.of(new AccessGiver(BARNEVERN, List.of())),
                Optional.empty());
    }
}

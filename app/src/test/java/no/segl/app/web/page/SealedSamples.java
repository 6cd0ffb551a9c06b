package no.segl.app.web.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Letters with attachments that are sealed for a case worker. */
final class SealedSamples {

    private SealedSamples() {}

    static void add(Map<String, Function<Language, Page>> all) {
        all.put("letter-sealed-attachment", l -> letter(l, "Marte Aas", false, false));
        all.put("letter-sealed-attachment-handed", l -> letter(l, World.HOSTILE, true, false));
        all.put("letter-sealed-attachment-fault", l -> letter(l, World.UNBROKEN, false, true));
        all.put("sealed-document", l -> refused(l, "Marte Aas", true));
        for (ReplyRefusedPage.Reason reason : ReplyRefusedPage.Reason.values()) {
            String name = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
            all.put("reply-refused-" + name, l -> notSent(l, reason));
        }
        all.put("sealed-document-shared", l -> refused(l, World.UNBROKEN, false));
    }

    private static Page letter(Language l, String caseWorker, boolean handed, boolean fault) {
        LetterPage page =
                ReaderLetters.opened(
                        l,
                        ReaderLetters.known(l),
                        ReaderLetters.documents().subList(0, 1),
                        List.of(),
                        Optional.empty());
        return new LetterPage(
                page.shell(),
                page.letter(),
                new References(Optional.empty(), Optional.empty(), Optional.of(caseWorker)),
                page.documents(),
                List.of(new LetterPage.SealedDocument(81_920)),
                false,
                page.shown(),
                page.openings(),
                page.refusals(),
                page.replies(),
                false,
                Optional.empty(),
                Optional.of(AccessPages.sealing(caseWorker, handed, fault)),
                page.care());
    }

    private static Page refused(Language l, String caseWorker, boolean mayHandOver) {
        return new SealedDocumentPage(
                World.inside(l, Shell.Section.INBOX),
                World.letter(1),
                caseWorker,
                mayHandOver,
                World.NOW);
    }

    private static Page notSent(Language l, ReplyRefusedPage.Reason reason) {
        return new ReplyRefusedPage(
                World.inside(l, Shell.Section.INBOX),
                World.letter(1),
                reason,
                List.of(new AccessGiver(World.BARNEVERN, List.of("Ingrid Solbakken"))));
    }
}

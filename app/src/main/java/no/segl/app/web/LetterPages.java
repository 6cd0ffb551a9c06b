package no.segl.app.web;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import no.segl.app.gate.Door;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.Ids;
import no.segl.app.office.Opening;
import no.segl.app.office.PostOffice;
import no.segl.app.store.LetterContents;
import no.segl.app.web.page.Letter;
import no.segl.app.web.page.LetterPage;
import no.segl.app.web.page.References;
import no.segl.app.web.page.RefusedPage;
import no.segl.app.web.page.ReplyForm;
import no.segl.app.web.page.SealedPage;
import no.segl.app.web.page.Shell;
import no.segl.core.access.Clearance;
import no.segl.core.letter.Checking;
import no.segl.core.letter.Envelope;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The pages of one letter: opened, still sealed, refused, destroyed or not there. */
@Component
final class LetterPages {

    private final Frame frame;
    private final Words words;
    private final Rights rights;
    private final Givers givers;
    private final SharePanels shares;
    private final CarePanels cares;
    private final Documents documents;
    private final LetterLists lists;
    private final PostOffice office;
    private final LetterContents contents;
    private final Ids ids;
    private final InstantSource clock;

    LetterPages(
            Frame frame,
            Words words,
            Rights rights,
            Givers givers,
            SharePanels shares,
            CarePanels cares,
            Documents documents,
            LetterLists lists,
            PostOffice office,
            LetterContents contents,
            Ids ids,
            InstantSource clock) {
        this.frame = frame;
        this.words = words;
        this.rights = rights;
        this.givers = givers;
        this.shares = shares;
        this.cares = cares;
        this.documents = documents;
        this.lists = lists;
        this.office = office;
        this.contents = contents;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What of a letter's page is asked for.
     *
     * @param document the document to show, if one was asked for
     * @param justReplied whether a reply was sent a moment ago
     * @param older from where on its lists are shown
     */
    record Asked(Optional<String> document, boolean justReplied, Older older) {

        /** The page as it is at first. */
        static final Asked PLAINLY = new Asked(Optional.empty(), false, Older.NONE);
    }

    /** The page of what came of asking for a letter. */
    ResponseEntity<byte[]> answer(Opening opening, Shell shell, LoggedIn person, Asked asked) {
        return switch (opening) {
            case Opening.Open open ->
                    frame.answer(200, page(open, shell, person, asked, nothing()));
            case Opening.Closed closed ->
                    frame.answer(200, sealed(closed, shell, person, nothing()));
            case Opening.Refused(var envelope, var why, var recorded) ->
                    frame.answer(
                            403,
                            new RefusedPage(
                                    shell,
                                    Words.reason(why.ground()),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.of(recorded),
                                    givers.at(why.unit(), person.person()),
                                    Optional.empty()));
            case Opening.Destroyed(var envelope) ->
                    frame.answer(
                            410,
                            new RefusedPage(
                                    shell,
                                    RefusedPage.Reason.DESTROYED,
                                    Optional.of(frame.party(envelope.recipient())),
                                    Optional.of(
                                            words.categories(shell.language())
                                                    .of(envelope.category())),
                                    Optional.empty(),
                                    List.of(),
                                    Optional.empty()));
            case Opening.LevelTooLow(var envelope) ->
                    FrontController.seeOther(Door.HIGHER + "/brev/" + envelope.id());
            case Opening.NotThere _ -> frame.error(404, shell);
        };
    }

    /** The letter's page with a form for a reply that had faults. */
    ResponseEntity<byte[]> faulty(Opening.Open open, Shell shell, LoggedIn person, ReplyForm form) {
        Entered entered = new Entered(Optional.of(form), shares.nothing(), false);
        return frame.answer(422, page(open, shell, person, Asked.PLAINLY, entered));
    }

    /** The letter's page with a form for sharing it that had faults. */
    ResponseEntity<byte[]> badlyShared(
            Opening opening, Shell shell, LoggedIn person, SharePanels.Entered sharing) {
        return again(opening, shell, person, new Entered(Optional.empty(), sharing, false));
    }

    /** The letter's page, which could not be given to whom was chosen. */
    ResponseEntity<byte[]> notAssigned(Opening opening, Shell shell, LoggedIn person) {
        return again(opening, shell, person, new Entered(Optional.empty(), shares.nothing(), true));
    }

    private ResponseEntity<byte[]> again(
            Opening opening, Shell shell, LoggedIn person, Entered entered) {
        return switch (opening) {
            case Opening.Open open ->
                    frame.answer(422, page(open, shell, person, Asked.PLAINLY, entered));
            case Opening.Closed closed -> frame.answer(422, sealed(closed, shell, person, entered));
            case Opening.Refused _,
                    Opening.Destroyed _,
                    Opening.LevelTooLow _,
                    Opening.NotThere _ ->
                    answer(opening, shell, person, Asked.PLAINLY);
        };
    }

    /**
     * What was filled in before, in forms that come back.
     *
     * @param reply a fresh form if empty
     * @param notAssigned whether the letter could not be given to whom was chosen
     */
    private record Entered(
            Optional<ReplyForm> reply, SharePanels.Entered sharing, boolean notAssigned) {}

    private Entered nothing() {
        return new Entered(Optional.empty(), shares.nothing(), false);
    }

    private SealedPage sealed(
            Opening.Closed closed, Shell shell, LoggedIn person, Entered entered) {
        Envelope envelope = closed.envelope();
        boolean byGrant = byGrant(envelope, person);
        Letter letter = letter(envelope, shell, contents.find(envelope.id()));
        return new SealedPage(
                shell,
                office.isForContent(person.level()) ? letter : letter.untitled(),
                rights.words(List.of(closed.right()), envelope, shell.texts()).of(closed.right()),
                Optional.empty(),
                byGrant || office.toFetch(envelope, person.person()) instanceof Clearance.Cleared,
                byGrant
                        ? Optional.of(shares.of(envelope, person.person(), entered.sharing()))
                        : Optional.empty(),
                cares.of(
                        envelope,
                        person.person(),
                        byGrant,
                        false,
                        entered.notAssigned(),
                        shell.texts()));
    }

    private ReplyForm freshForm(Opening.Open open, Shell shell) {
        String title = shell.texts().get("reply.title.of", open.inside().title());
        boolean fits = title.codePointCount(0, title.length()) <= Checking.TITLE;
        return new ReplyForm(
                ids.uuid().toString(),
                fits ? title : "",
                open.envelope().language().code(),
                ReplyFaults.LIMITS,
                List.of());
    }

    private LetterPage page(
            Opening.Open open, Shell shell, LoggedIn person, Asked asked, Entered entered) {
        LetterContents.Inside inside = open.inside();
        boolean byGrant = byGrant(open.envelope(), person);
        Documents.Shown shown = documents.of(open, person, asked.document());
        return new LetterPage(
                shell,
                letter(open.envelope(), shell, Optional.of(inside)),
                new References(inside.sendersReference(), inside.caseNumber(), inside.caseWorker()),
                shown.open(),
                shown.sealed(),
                shown.withheld(),
                shown.first(),
                lists.openings(open.envelope(), person.person(), shell.texts(), asked.older()),
                lists.refusals(
                        open.envelope().id(),
                        shell.texts(),
                        Optional.of(open.envelope().recipient()),
                        asked.older()),
                lists.replies(open.envelope(), person, asked.older()),
                asked.justReplied(),
                byGrant
                        ? Optional.of(entered.reply().orElseGet(() -> freshForm(open, shell)))
                        : Optional.empty(),
                byGrant
                        ? Optional.of(
                                shares.of(open.envelope(), person.person(), entered.sharing()))
                        : Optional.empty(),
                cares.of(
                        open.envelope(),
                        person.person(),
                        byGrant,
                        true,
                        entered.notAssigned(),
                        shell.texts()));
    }

    /** Then the letter is theirs to answer and to share, and its documents are not withheld. */
    private boolean byGrant(Envelope envelope, LoggedIn person) {
        return office.toReply(envelope, person.person()) instanceof Clearance.Cleared;
    }

    private Letter letter(Envelope envelope, Shell shell, Optional<LetterContents.Inside> inside) {
        return new Letter(
                envelope.id(),
                frame.party(envelope.sender()),
                frame.party(envelope.recipient()),
                words.categories(shell.language()).of(envelope.category()),
                inside.map(LetterContents.Inside::title),
                envelope.language().code(),
                inside.map(LetterContents.Inside::availableAt).orElseGet(clock::instant),
                inside.map(i -> i.documents().size()).orElse(0));
    }
}

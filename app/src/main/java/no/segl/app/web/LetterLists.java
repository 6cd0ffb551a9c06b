package no.segl.app.web;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.segl.app.login.LoggedIn;
import no.segl.app.store.Ledger;
import no.segl.app.store.SentLetters;
import no.segl.app.web.page.LetterPage;
import no.segl.app.web.page.Newest;
import no.segl.app.web.page.Refusal;
import no.segl.app.web.page.Texts;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Entry;
import no.segl.core.letter.Envelope;
import org.springframework.stereotype.Component;

/** What has come of a letter: who has opened it, who was refused, and what was answered. */
@Component
final class LetterLists {

    private static final Set<String> REFUSED = Set.of("OpeningRefused");
    private static final Set<String> OPENED = Set.of("LetterOpened", "LetterRead");
    private static final int SHOWN = Part.SHOWN;

    private final Words words;
    private final Rights rights;
    private final Ledger ledger;
    private final SentLetters sent;
    private final Overseen overseen;

    LetterLists(Words words, Rights rights, Ledger ledger, SentLetters sent, Overseen overseen) {
        this.words = words;
        this.rights = rights;
        this.ledger = ledger;
        this.sent = sent;
        this.overseen = overseen;
    }

    /**
     * Refused attempts on a letter, newest first.
     *
     * @param viewed the unit as whose people are called by name; empty for those who see no names
     */
    Newest<Refusal> refusals(
            LetterId letter, Texts texts, Optional<OrgNumber> viewed, Older older) {
        Part<Entry> refused = entries(letter, REFUSED, Older.Of.REFUSALS, older);
        Map<PersonId, String> names =
                viewed.map(unit -> words.names(refused.shown(), unit)).orElse(Map.of());
        return refused.as(e ->
                new Refusal(
                        e.at(),
                        Words.who(e, names, texts),
                        texts.named("refused.ground.", e.values().getOrDefault("ground", ""))));
    }

    /** Who has opened or read a letter, newest first. */
    Newest<LetterPage.Opening> openings(
            Envelope envelope, PersonId self, Texts texts, Older older) {
        Part<Entry> opened = entries(envelope.id(), OPENED, Older.Of.OPENINGS, older);
        Map<PersonId, String> names = words.names(opened.shown(), envelope.recipient());
        Rights.Told right =
                rights.words(opened.shown().stream().map(Entry::right).toList(), envelope, texts);
        return opened.as(e ->
                new LetterPage.Opening(
                        e.at(),
                        Words.who(e, names, texts),
                        right.of(e.right()),
                        e.actorId().equals(self.toString())));
    }

    /** The letters that answer a letter, newest first. */
    Newest<LetterPage.Reply> replies(Envelope envelope, LoggedIn person, Older older) {
        LetterId letter = envelope.id();
        Optional<LetterId> before = older.letter(Older.Of.REPLIES);
        Part<SentLetters.Row> replies =
                Part.of(
                        sent.answering(letter, before, SHOWN + 1),
                        before.isPresent(),
                        last -> Older.Of.REPLIES.after(last.id()),
                        () -> sent.countAnswering(letter));
        boolean follow =
                !replies.shown().isEmpty()
                        && overseen.follows(person.person(), envelope.recipient());
        return replies.as(r ->
                new LetterPage.Reply(r.id(), r.acceptedAt(), Words.status(r.status()), follow));
    }

    private Part<Entry> entries(LetterId letter, Set<String> types, Older.Of list, Older older) {
        Optional<Long> before = older.entry(list);
        return Part.of(
                ledger.newest(letter, types, before.orElse(Long.MAX_VALUE), SHOWN + 1),
                before.isPresent(),
                last -> list.after(last.number()),
                () -> ledger.count(letter, types));
    }
}

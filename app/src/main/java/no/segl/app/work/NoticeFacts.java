package no.segl.app.work;

import java.time.Instant;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.Contacts;
import no.segl.app.store.DueNotices.Due;
import no.segl.core.deadline.Notifying;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.letter.Notice;

/** Writes down what came of a notice, as a fact of its letter. */
final class NoticeFacts {

    private static final Actor ACTOR = new Actor.Segl("notices");

    private final Notices.Parts parts;

    NoticeFacts(Notices.Parts parts) {
        this.parts = parts;
    }

    /** It went out, to that address. */
    void sent(Due notice, Contacts.Contact at) {
        parts.changes()
                .letter(
                        notice.letter(),
                        new Act(ACTOR, now()),
                        held ->
                                Notifying.sent(
                                        held.letter(),
                                        notice.id(),
                                        parts.situations()
                                                .state(notice.id())
                                                // Of one that is not there nothing is written.
                                                .orElse(Notifying.State.FAILED),
                                        notice.kind(),
                                        at.owner(),
                                        at.channel(),
                                        parts.situations().cases(notice.letter()),
                                        parts.situations().notices(notice.letter())));
    }

    private Instant now() {
        return LedgerTime.exact(parts.clock().instant());
    }

    private static Notifying.Gone gone(Due notice) {
        return new Notifying.Gone(notice.id(), notice.kind(), notice.to());
    }

    /** It has been tried for long enough. */
    void gaveUp(Due notice) {
        Instant now = now();
        parts.changes()
                .letter(
                        notice.letter(),
                        new Act(ACTOR, now),
                        held ->
                                Notifying.gaveUp(
                                        held.letter(),
                                        gone(notice),
                                        parts.situations().of(held.letter(), gone(notice), now),
                                        held.rules(),
                                        now));
    }

    /** It cannot come through. */
    void failed(Due notice, Notice.Failure why) {
        Instant now = now();
        parts.changes()
                .letter(
                        notice.letter(),
                        new Act(ACTOR, now),
                        held ->
                                Notifying.failed(
                                        held.letter(),
                                        notice.id(),
                                        parts.situations().of(held.letter(), gone(notice), now),
                                        why,
                                        held.rules(),
                                        now));
    }
}

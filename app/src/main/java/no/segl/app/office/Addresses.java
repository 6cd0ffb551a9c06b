package no.segl.app.office;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.app.store.Changes;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.Contacts;
import no.segl.app.store.Contacts.Contact;
import no.segl.app.store.DueNotices;
import no.segl.core.access.Clearance;
import no.segl.core.deadline.Notifying;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.letter.Language;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Side;
import no.segl.core.notice.Address;

/**
 * Where people say at which addresses they and their units are told of letters. What could not be
 * told before is tried again as soon as there is an address for it.
 */
public final class Addresses {

    /** The most that is tried again at once: the rest is told by the letters' next looks. */
    private static final int TRIED_AGAIN = 200;

    /** How many addresses one owner has at most. */
    private static final int MOST = 20;

    /** As long as a claim of notices holds. */
    private static final Duration CLAIM = Duration.ofMinutes(10);

    private final Contacts contacts;
    private final DueNotices due;
    private final Changes changes;
    private final Access access;
    private final Ids ids;
    private final InstantSource clock;

    public Addresses(
            Contacts contacts,
            DueNotices due,
            Changes changes,
            Access access,
            Ids ids,
            InstantSource clock) {
        this.contacts = contacts;
        this.due = due;
        this.changes = changes;
        this.access = access;
        this.ids = ids;
        this.clock = clock;
    }

    /** What came of it. */
    public enum Reply {
        DONE,
        /** Not an address of that kind. */
        BAD_ADDRESS,
        /** There are so many already that another is a mistake. */
        TOO_MANY,
        /** Not theirs to change, or not there. */
        REFUSED
    }

    /** Whether {@code by} may see and change the addresses of {@code owner}. */
    public boolean may(PersonId by, Notice.To owner) {
        return switch (owner) {
            case Notice.To.Person(var person) -> person.equals(by);
            // Whoever answers for cases must be able to mend that nobody hears of them.
            case Notice.To.Unit(var unit) ->
                    Arrays.stream(Side.values())
                            .map(side -> access.toAnswer(side, by, unit, clock.instant()))
                            .anyMatch(Clearance.Cleared.class::isInstance);
        };
    }

    /** The topmost units whose addresses {@code by} looks after; none if nowhere. */
    public List<OrgNumber> roots(PersonId by) {
        return access.answered(by, clock.instant());
    }

    /**
     * Enters an address of {@code owner}'s, in the form in which it is kept.
     *
     * @param replaced the address that it takes the place of
     */
    public Reply enter(
            PersonId by,
            Notice.To owner,
            Notice.Channel channel,
            String written,
            Language language,
            Optional<UUID> replaced) {
        Optional<String> address =
                channel == Notice.Channel.EMAIL ? Address.email(written) : Address.mobile(written);
        Optional<Contact> old = replaced.flatMap(contacts::find);
        boolean theirs = old.map(c -> c.owner().equals(owner)).orElse(replaced.isEmpty());
        if (!may(by, owner) || !theirs) {
            return Reply.REFUSED;
        }
        if (address.isEmpty()) {
            return Reply.BAD_ADDRESS;
        }
        List<Contact> own = contacts.own(owner);
        if (old.isEmpty() && own.size() >= MOST) {
            return Reply.TOO_MANY;
        }
        Instant now = LedgerTime.exact(clock.instant());
        contacts.enter(
                new Contact(ids.uuid(), owner, channel, address.get(), language, Optional.empty()),
                now);
        old.filter(c -> !c.address().equals(address.get()) || c.channel() != channel)
                .ifPresent(c -> contacts.remove(c.id()));
        tryAgain(owner, now);
        return Reply.DONE;
    }

    /** Removes an address. */
    public Reply remove(PersonId by, Notice.To owner, UUID id) {
        Optional<Contact> contact = contacts.find(id).filter(c -> c.owner().equals(owner));
        if (contact.isEmpty() || !may(by, owner)) {
            return Reply.REFUSED;
        }
        contacts.remove(id);
        return Reply.DONE;
    }

    private void tryAgain(Notice.To owner, Instant now) {
        due.retry(owner, now, CLAIM);
        for (DueNotices.Lost lost : due.lost(owner, TRIED_AGAIN)) {
            changes.letter(
                    lost.letter(),
                    new Act(new Actor.Segl("notices"), now),
                    held -> Notifying.anew(held.letter(), ids.uuid(), lost.kind(), lost.to()));
        }
    }
}

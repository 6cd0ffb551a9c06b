package no.segl.core.access;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Fact;

/** What has happened to access at a unit. */
public sealed interface AccessFact extends Fact {

    /** The unit at which access changed. */
    OrgNumber unit();

    @Override
    default String subject() {
        return "unit:" + unit();
    }

    /** A person was given a power. */
    record AccessGiven(Grant grant) implements AccessFact {
        @Override
        public OrgNumber unit() {
            return grant.unit();
        }

        @Override
        public SortedMap<String, String> values() {
            SortedMap<String, String> values = new TreeMap<>();
            values.put("grant", grant.id().toString());
            values.put("person", grant.person().toString());
            values.put("power", grant.power().name());
            values.put("from", grant.from().toString());
            grant.category().ifPresent(c -> values.put("category", c.code()));
            grant.until().ifPresent(u -> values.put("until", u.toString()));
            grant.deputyFor().ifPresent(absent -> values.put("deputyFor", absent.toString()));
            return values;
        }
    }

    /**
     * A login told that a person holds a key role at a unit, which the register bears out: they
     * administer it, until the grant ends or the register tells otherwise.
     */
    record KeyRoleTold(Grant grant) implements AccessFact {
        @Override
        public OrgNumber unit() {
            return grant.unit();
        }

        @Override
        public SortedMap<String, String> values() {
            return new AccessGiven(grant).values();
        }
    }

    /** A person was made known at a unit: they can be chosen there, and have been given nothing. */
    record PersonEntered(OrgNumber unit, PersonId person) implements AccessFact {
        @Override
        public SortedMap<String, String> values() {
            return new TreeMap<>(java.util.Map.of("person", person.toString()));
        }
    }

    /**
     * Somebody who gives access at the unit was shown a person's national identity number, to tell
     * them from a namesake (law: personvernforordningen-5).
     */
    record NumberShown(OrgNumber unit, PersonId person) implements AccessFact {
        @Override
        public SortedMap<String, String> values() {
            return new TreeMap<>(java.util.Map.of("person", person.toString()));
        }
    }

    /** A grant was ended. */
    record AccessEnded(OrgNumber unit, UUID grant) implements AccessFact {
        @Override
        public SortedMap<String, String> values() {
            return new TreeMap<>(java.util.Map.of("grant", grant.toString()));
        }
    }

    /** A grant was confirmed in a review: still needed. */
    record AccessConfirmed(OrgNumber unit, UUID grant) implements AccessFact {
        @Override
        public SortedMap<String, String> values() {
            return new TreeMap<>(java.util.Map.of("grant", grant.toString()));
        }
    }

    /** Two persons are needed from now on to give access to read at the unit and beneath it. */
    record FourEyesRequired(OrgNumber unit) implements AccessFact {
        @Override
        public SortedMap<String, String> values() {
            return new TreeMap<>();
        }
    }

    /** Two are no longer needed. */
    record FourEyesEnded(OrgNumber unit) implements AccessFact {
        @Override
        public SortedMap<String, String> values() {
            return new TreeMap<>();
        }
    }

    /** All access at the unit and beneath it is gone through that often from now on. */
    record ReviewPeriodSet(OrgNumber unit, ReviewPeriod period) implements AccessFact {
        @Override
        public SortedMap<String, String> values() {
            return new TreeMap<>(java.util.Map.of("period", period.name()));
        }
    }

    /**
     * Somebody was told who has access at the unit, or what became of it: a machine persons by
     * their pseudonyms, an administrator a file with their names.
     */
    record AccessListed(OrgNumber unit) implements AccessFact {
        @Override
        public SortedMap<String, String> values() {
            return new TreeMap<>();
        }
    }

    /**
     * A list of letters was handed out as a file: which organisations, when, and how they fare, but
     * no title, content or person.
     *
     * @param unit where whoever took it may follow letters
     * @param list {@code sent}, {@code incoming} or {@code breaches}
     * @param form which kind of file, such as {@code xlsx}
     */
    record LettersExported(OrgNumber unit, String list, String form) implements AccessFact {
        @Override
        public SortedMap<String, String> values() {
            return new TreeMap<>(java.util.Map.of("form", form, "list", list));
        }
    }

    /** Something was asked for that another person must approve; nothing holds yet. */
    record AccessAsked(Request request) implements AccessFact {
        @Override
        public OrgNumber unit() {
            return request.unit();
        }

        @Override
        public SortedMap<String, String> values() {
            SortedMap<String, String> values = new TreeMap<>();
            request.grant()
                    .ifPresentOrElse(
                            g -> values.putAll(new AccessGiven(g).values()),
                            () -> values.put("ends", "four eyes"));
            values.put("request", request.id().toString());
            values.put("lapses", request.lapses().toString());
            return values;
        }
    }

    /** Somebody else than {@code by}, who asked, approved a request. */
    record RequestApproved(OrgNumber unit, UUID request, PersonId by) implements AccessFact {
        @Override
        public SortedMap<String, String> values() {
            return new TreeMap<>(
                    java.util.Map.of("request", request.toString(), "by", by.toString()));
        }
    }

    /** A request fell away: who asked may not give it any longer, or one it concerns has left. */
    record RequestDropped(OrgNumber unit, UUID request) implements AccessFact {
        @Override
        public SortedMap<String, String> values() {
            return new TreeMap<>(java.util.Map.of("request", request.toString()));
        }
    }

    /** A request was declined, or taken back. */
    record RequestDeclined(OrgNumber unit, UUID request) implements AccessFact {
        @Override
        public SortedMap<String, String> values() {
            return new TreeMap<>(java.util.Map.of("request", request.toString()));
        }
    }
}

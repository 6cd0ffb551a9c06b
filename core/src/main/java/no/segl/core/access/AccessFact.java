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
            return values;
        }
    }

    /** A person was made known at a unit: they can be chosen there, and have been given nothing. */
    record PersonEntered(OrgNumber unit, PersonId person) implements AccessFact {
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
}

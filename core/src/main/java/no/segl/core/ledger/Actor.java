package no.segl.core.ledger;

import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;

/** Who did it. */
public sealed interface Actor {

    /** {@code person}, {@code machine} or {@code segl}. */
    String kind();

    /** The actor's id within its kind; never a name or a national identity number. */
    String id();

    /**
     * The actor whose {@link #kind} and {@link #id} these are.
     *
     * @throws IllegalArgumentException if no actor has them
     */
    static Actor of(String kind, String id) {
        return switch (kind) {
            case "person" ->
                    new Person(
                            PersonId.parse(id)
                                    .orElseThrow(
                                            () -> new IllegalArgumentException("not a person")));
            case "machine" -> {
                int slash = id.indexOf('/');
                if (slash < 0) {
                    throw new IllegalArgumentException("not a machine");
                }
                yield new Machine(new OrgNumber(id.substring(0, slash)), id.substring(slash + 1));
            }
            case "segl" -> new Segl(id);
            default -> throw new IllegalArgumentException("no such kind of actor");
        };
    }

    /** A logged-in person, by pseudonym. */
    record Person(PersonId person) implements Actor {
        @Override
        public String kind() {
            return "person";
        }

        @Override
        public String id() {
            return person.toString();
        }
    }

    /**
     * A machine with a token.
     *
     * @param organisation whom it acts for
     * @param client its client id at the token's issuer
     */
    record Machine(OrgNumber organisation, String client) implements Actor {
        @Override
        public String kind() {
            return "machine";
        }

        @Override
        public String id() {
            return organisation + "/" + client;
        }
    }

    /**
     * Segl itself, doing work that fell due or that the person who runs it asked for.
     *
     * @param task which work, such as {@code look} or {@code retention}
     */
    record Segl(String task) implements Actor {
        @Override
        public String kind() {
            return "segl";
        }

        @Override
        public String id() {
            return task;
        }
    }
}

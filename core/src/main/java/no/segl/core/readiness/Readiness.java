package no.segl.core.readiness;

import java.time.Instant;
import java.util.Optional;
import no.segl.core.access.Category;
import no.segl.core.id.OrgNumber;

/**
 * Whether a unit can receive a category.
 *
 * @param asOf when the ground was known: now for what Segl itself keeps, earlier for what a
 *     register or a bounced notice has told
 */
public record Readiness(
        OrgNumber unit, Category category, Verdict verdict, Ground ground, Instant asOf) {

    /** In a word. */
    public enum Verdict {
        /** Somebody can open it, and is told of it. */
        READY,
        /** Nobody can open it, though there is somebody who can give access. */
        NO_HOLDER,
        /** Nobody can open it, and nobody holds a role that could give access. */
        NO_KEY_ROLE,
        /** Somebody can open it, but no notice reaches them or the unit. */
        NO_NOTICE_ADDRESS,
        /** Not known. Never the same as ready. */
        UNKNOWN
    }

    /** Why, and so what would mend it. */
    public enum Ground {
        HELD(Verdict.READY),
        NOBODY_HAS_ACCESS(Verdict.NO_HOLDER),
        /** The register says that somebody holds a key role; nobody has used it in Segl. */
        KEY_ROLE_NOT_USED(Verdict.NO_HOLDER),
        NOBODY_CAN_GIVE_ACCESS(Verdict.NO_KEY_ROLE),
        NO_ADDRESS(Verdict.NO_NOTICE_ADDRESS),
        ADDRESS_REFUSED(Verdict.NO_NOTICE_ADDRESS),
        NOT_REGISTERED(Verdict.UNKNOWN),
        DISSOLVED(Verdict.UNKNOWN),
        ROLES_NOT_READ(Verdict.UNKNOWN);

        private final Verdict verdict;

        Ground(Verdict verdict) {
            this.verdict = verdict;
        }

        public Verdict verdict() {
            return verdict;
        }
    }

    public boolean isReady() {
        return verdict == Verdict.READY;
    }

    /** Weighs what was found at {@code now}. */
    public static Readiness of(Standing s, Instant now) {
        return switch (s.registered()) {
            case NOT_KNOWN -> answer(s, Ground.NOT_REGISTERED, now);
            case DISSOLVED -> answer(s, Ground.DISSOLVED, now);
            case LIVING -> s.readers() ? told(s, now) : nobody(s, now);
        };
    }

    private static Readiness told(Standing s, Instant now) {
        if (s.notice().taking()) {
            return answer(s, Ground.HELD, now);
        }
        Optional<Instant> refused = s.notice().refused();
        return refused.isPresent()
                ? answer(s, Ground.ADDRESS_REFUSED, refused.get())
                : answer(s, Ground.NO_ADDRESS, now);
    }

    private static Readiness nobody(Standing s, Instant now) {
        if (s.givers()) {
            return answer(s, Ground.NOBODY_HAS_ACCESS, now);
        }
        Instant heard = s.keyRoles().at().orElse(now);
        return s.keyRoles()
                .held()
                .map(held -> held ? Ground.KEY_ROLE_NOT_USED : Ground.NOBODY_CAN_GIVE_ACCESS)
                .map(ground -> answer(s, ground, heard))
                .orElseGet(() -> answer(s, Ground.ROLES_NOT_READ, now));
    }

    private static Readiness answer(Standing s, Ground ground, Instant asOf) {
        return new Readiness(s.unit(), s.category(), ground.verdict(), ground, asOf);
    }
}

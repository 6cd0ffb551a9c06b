package no.segl.client;

import java.io.Serial;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Something that was asked of Segl was not done, or may not have been. */
public abstract sealed class SeglException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private SeglException(String message, Exception cause) {
        super(message, cause);
    }

    private SeglException(String message) {
        super(message);
    }

    /** Segl said no, and why. Nothing was done. */
    public static sealed class Refused extends SeglException {

        @Serial private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        private Refused(Problem problem) {
            super(problem.status() + " " + problem.code() + ": " + problem.title());
            this.problem = problem;
        }

        /** What it said. */
        public Problem problem() {
            return problem;
        }

        /** Its code, such as {@code already-opened}: test for this. */
        public String code() {
            return problem.code();
        }

        /** The exception that says most about {@code problem}. */
        static Refused of(Problem problem, Optional<Duration> wait) {
            return switch (problem.status()) {
                case 401 -> new NotAuthenticated(problem);
                case 403 -> new NotAllowed(problem);
                case 404 -> new NotFound(problem);
                case 408, 423, 429, 500, 502, 503, 504 -> new NotNow(problem, wait);
                case 409 -> new Conflict(problem);
                case 410 -> new CursorUnknown(problem);
                default -> new Invalid(problem);
            };
        }
    }

    /** The request breaks a rule; {@link #violations} are all that it breaks. */
    public static final class Invalid extends Refused {
        @Serial private static final long serialVersionUID = 1L;

        private Invalid(Problem problem) {
            super(problem);
        }

        /** All that is wrong; empty where the code says it all. */
        public List<Problem.Violation> violations() {
            return problem().violations();
        }
    }

    /** The token is missing, has expired or is meant for somebody else. */
    public static final class NotAuthenticated extends Refused {
        @Serial private static final long serialVersionUID = 1L;

        private NotAuthenticated(Problem problem) {
            super(problem);
        }
    }

    /** The token lacks the scope, or acts for another organisation. */
    public static final class NotAllowed extends Refused {
        @Serial private static final long serialVersionUID = 1L;

        private NotAllowed(Problem problem) {
            super(problem);
        }
    }

    /** It is not there, or is not yours. */
    public static final class NotFound extends Refused {
        @Serial private static final long serialVersionUID = 1L;

        private NotFound(Problem problem) {
            super(problem);
        }
    }

    /** As things stand it cannot be done, such as to withdraw what has been opened. */
    public static final class Conflict extends Refused {
        @Serial private static final long serialVersionUID = 1L;

        private Conflict(Problem problem) {
            super(problem);
        }
    }

    /** Segl was put back from a backup: read the events anew from a moment before. */
    public static final class CursorUnknown extends Refused {
        @Serial private static final long serialVersionUID = 1L;

        private CursorUnknown(Problem problem) {
            super(problem);
        }
    }

    /** Not now, and it was tried as often as it may be; later it may well be done. */
    public static final class NotNow extends Refused {
        @Serial private static final long serialVersionUID = 1L;

        private final transient Optional<Duration> wait;

        private NotNow(Problem problem, Optional<Duration> wait) {
            super(problem);
            this.wait = wait;
        }

        /** How long Segl asks you to wait, if it said. */
        public Optional<Duration> pause() {
            return wait;
        }
    }

    /**
     * No answer came. Whether it was done is not known: ask again, with the same idempotency key.
     */
    public static final class NoAnswer extends SeglException {
        @Serial private static final long serialVersionUID = 1L;

        NoAnswer(Exception cause) {
            super("Segl did not answer", cause);
        }
    }

    /** What came is not what Segl answers: something else is at that address. */
    public static final class NotSegl extends SeglException {
        @Serial private static final long serialVersionUID = 1L;

        NotSegl(String what) {
            super(what);
        }
    }

    /** What came is not signed with the secret, or is too old: answer 400 and do nothing. */
    public static final class NotSigned extends SeglException {
        @Serial private static final long serialVersionUID = 1L;

        NotSigned(String what) {
            super(what);
        }
    }
}

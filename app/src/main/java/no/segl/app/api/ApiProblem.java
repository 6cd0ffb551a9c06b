package no.segl.app.api;

import java.util.List;
import java.util.Optional;
import no.segl.core.letter.Violation;

/** Ends a request with a problem. Carries no input: its message is the problem's code alone. */
public final class ApiProblem extends RuntimeException {

    /** How many faults are listed; a request could hold a hundred thousand. */
    static final int MOST_FAULTS = 100;

    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final transient List<Violation> violations;
    private final transient Optional<Refusals.Why> why;

    public ApiProblem(Problem problem) {
        this(problem, List.of());
    }

    public ApiProblem(Problem problem, List<Violation> violations) {
        this(problem, violations, Optional.empty());
    }

    /** The machine may not. */
    ApiProblem(Refusals.Why why) {
        this(Problem.NOT_ALLOWED, List.of(), Optional.of(why));
    }

    private ApiProblem(Problem problem, List<Violation> violations, Optional<Refusals.Why> why) {
        super(problem.code(), null, false, false);
        this.problem = problem;
        this.violations = List.copyOf(violations);
        this.why = why;
    }

    /** A request with these faults, of which the first {@link #MOST_FAULTS} are listed. */
    public static ApiProblem invalid(List<Violation> violations) {
        return new ApiProblem(
                Problem.INVALID_REQUEST,
                violations.subList(0, Math.min(violations.size(), MOST_FAULTS)));
    }

    public Problem problem() {
        return problem;
    }

    public List<Violation> violations() {
        return violations;
    }

    /** Why the machine may not, where that is the problem. */
    Optional<Refusals.Why> why() {
        return why;
    }
}

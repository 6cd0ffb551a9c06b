package no.segl.core.readiness;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import no.segl.core.access.Clearance;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Fact;

/**
 * Somebody who gives access at a unit has answered a check there.
 *
 * @param until when the answer is none any more
 */
public record CheckAnswered(OrgNumber unit, Check check, Check.Answer answer, Instant until)
        implements Fact {

    /** What came of it. */
    public sealed interface Reply {
        record Done() implements Reply {}

        record Refused(Clearance.Denied why) implements Reply {}

        /** It is not answered of such a unit. */
        record NotHere() implements Reply {}
    }

    @Override
    public String subject() {
        return "unit:" + unit;
    }

    @Override
    public SortedMap<String, String> values() {
        return new TreeMap<>(
                Map.of(
                        "check", check.name(),
                        "answer", answer.name(),
                        "until", until.toString()));
    }

    /**
     * Decides.
     *
     * @param isMain whether it is a main unit
     * @param clearance whether who answers gives access there
     */
    public static Decision<CheckAnswered, Reply> decide(
            CheckAnswered wanted, boolean isMain, Clearance clearance) {
        boolean here = isMain || wanted.check().of() == Check.Of.UNIT;
        return switch (clearance) {
            case Clearance.Denied denied -> Decision.nothing(new Reply.Refused(denied));
            case Clearance.Cleared _ when !here -> Decision.nothing(new Reply.NotHere());
            case Clearance.Cleared(var right) ->
                    new Decision<>(right, List.of(wanted), new Reply.Done());
        };
    }
}

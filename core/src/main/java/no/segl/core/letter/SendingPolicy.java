package no.segl.core.letter;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import no.segl.core.access.Clearance;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Fact;

/** What a sender wants done about recipients that cannot open what it sends. */
public final class SendingPolicy {

    private SendingPolicy() {}

    /** It was decided for a unit, and for those beneath it that have decided nothing themselves. */
    public record WhenNotReadySet(OrgNumber unit, Sending.Response response) implements Fact {
        @Override
        public String subject() {
            return "unit:" + unit;
        }

        @Override
        public SortedMap<String, String> values() {
            return new TreeMap<>(Map.of("response", response.name()));
        }
    }

    /** What came of it. */
    public sealed interface Reply {
        record Done() implements Reply {}

        /** It was so already; nothing was written. */
        record Already() implements Reply {}

        record Refused(Clearance.Denied why) implements Reply {}
    }

    /**
     * Decides.
     *
     * @param standing what holds for the unit now
     * @param clearance whether who asked administers the unit
     */
    public static Decision<WhenNotReadySet, Reply> set(
            OrgNumber unit,
            Sending.Response response,
            Sending.Response standing,
            Clearance clearance) {
        return switch (clearance) {
            case Clearance.Denied denied -> Decision.nothing(new Reply.Refused(denied));
            case Clearance.Cleared _ when response == standing ->
                    Decision.nothing(new Reply.Already());
            case Clearance.Cleared(var right) ->
                    new Decision<>(
                            right, List.of(new WhenNotReadySet(unit, response)), new Reply.Done());
        };
    }
}

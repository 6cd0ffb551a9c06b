package no.segl.core.control;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.Fact;

/** What has happened to figures by e-mail. */
public sealed interface ReportFact extends Fact {

    /** Whose figures they are. */
    OrgNumber unit();

    @Override
    default String subject() {
        return "unit:" + unit();
    }

    /** Figures are to be sent to somebody, the first time at {@code first}. */
    record ReportSet(Report set, Instant first) implements ReportFact {
        @Override
        public OrgNumber unit() {
            return set.unit();
        }

        @Override
        public SortedMap<String, String> values() {
            SortedMap<String, String> values = new TreeMap<>();
            values.put("report", set.id().toString());
            values.put("person", set.person().toString());
            values.put("every", set.rhythm().every().name());
            values.put("day", Integer.toString(set.rhythm().day()));
            values.put("time", set.rhythm().time().toString());
            return values;
        }
    }

    /**
     * They are sent no more.
     *
     * @param lost whether because who got them no longer oversees the unit
     */
    record ReportEnded(OrgNumber unit, UUID report, boolean lost) implements ReportFact {
        @Override
        public SortedMap<String, String> values() {
            SortedMap<String, String> values = new TreeMap<>();
            values.put("report", report.toString());
            values.put("lost", Boolean.toString(lost));
            return values;
        }
    }
}

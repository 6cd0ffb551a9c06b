package no.segl.app.web.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.segl.core.id.OrgNumber;
import no.segl.core.party.UnitKind;
import no.segl.core.readiness.Readiness.Verdict;
import no.segl.core.readiness.Survey;

/**
 * Where what comes can be opened and is told of, and where not («Beredskap»).
 *
 * @param shell what stands around
 * @param access whether there is any unit for this viewer
 * @param filter which units are asked for
 * @param number whether a national identity number was searched for, which is not done
 * @param choices the categories that can be asked about
 * @param figures of all units that fit the text, for the category
 * @param rows this part of the list
 * @param continued whether this part is not the list's first
 * @param next the cursor of the next part
 * @param checks how many guided checks somebody must see to
 * @param gives whether the viewer gives access anywhere
 */
public record SurveyPage(
        Shell shell,
        boolean access,
        SurveyFilter filter,
        boolean number,
        List<Choice> choices,
        Survey.Figures figures,
        List<Row> rows,
        boolean continued,
        Optional<String> next,
        long checks,
        boolean gives)
        implements Page {

    /** The name of the one category that is asked about, if one is. */
    public Optional<String> category() {
        return choices.stream()
                .filter(c -> c.code().equals(filter.category()))
                .map(Choice::name)
                .findFirst();
    }

    /** The columns' heads. */
    public List<String> columns() {
        return category().map(List::of).orElse(choices.stream().map(Choice::name).toList());
    }

    /** At how many of those units some category stands so. */
    public long of(String verdict) {
        return figures.unitsWith().getOrDefault(Verdict.valueOf(verdict), 0L);
    }

    /** The page of one unit's readiness. */
    public static String of(OrgNumber unit) {
        return SurveyFilter.HERE + "/enhet/" + unit.value();
    }

    /**
     * A unit.
     *
     * @param above the name of the unit above it
     * @param mayGive whether the viewer gives access there
     */
    public record Row(
            Party unit,
            UnitKind kind,
            Optional<String> above,
            List<Cell> cells,
            Reached reached,
            boolean mayGive) {}

    /**
     * A unit and a category.
     *
     * @param category its name, for screens where columns have no heads
     * @param verdict in a word: the end of a key
     * @param ground why: the end of a key
     * @param asOf when that was known
     * @param holders how many people can open
     * @param waiting how many letters lie unopened
     */
    public record Cell(
            String category,
            String verdict,
            String ground,
            Instant asOf,
            long holders,
            long waiting) {

        public boolean isReady() {
            return verdict.equals("READY");
        }

        /** The sign beside the words. */
        public String icon() {
            return icon(verdict);
        }

        /** The sign of a verdict. */
        public static String icon(String verdict) {
            return switch (Verdict.valueOf(verdict)) {
                case READY -> "check";
                case NO_HOLDER -> "refused";
                case NO_KEY_ROLE -> "lock";
                case NO_NOTICE_ADDRESS -> "bell";
                case UNKNOWN -> "unknown";
            };
        }

        /** How it looks: what nobody can open stands out most where letters lie in it. */
        public String look() {
            return isReady() ? "well" : waiting > 0 && holders == 0 ? "waits" : "none";
        }
    }

    /**
     * Where notices to a unit go.
     *
     * @param own how many addresses it has itself
     * @param refused how many of those take nothing
     * @param refusedAt when that was last seen
     * @param inherited the unit above whose addresses are used instead
     * @param taking whether any address takes what is sent
     * @param verifiedAt when a message was last known to have come there
     */
    public record Reached(
            long own,
            long refused,
            Optional<Instant> refusedAt,
            Optional<Party> inherited,
            boolean taking,
            Optional<Instant> verifiedAt) {

        /** The end of the key of the words. */
        public String key() {
            return !taking
                    ? (own == 0 ? "NONE" : "REFUSED")
                    : inherited.isPresent() ? "ABOVE" : "OWN";
        }
    }

    @Override
    public String template() {
        return "page/survey.jte";
    }
}

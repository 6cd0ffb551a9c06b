package no.segl.app.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.segl.core.letter.Side;
import no.segl.core.overview.Age;
import no.segl.core.overview.Question;
import no.segl.core.overview.State;
import no.segl.core.readiness.Readiness;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a question asks of a row of {@code letter l}, as SQL; {@code :units} are those who ask. Only
 * what is asked stands in it, and that letters are open stands as a constant: then PostgreSQL takes
 * the small index of open ones.
 */
final class Condition {

    private final StringBuilder sql = new StringBuilder();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    /**
     * A condition.
     *
     * @param own the end at which those are who ask
     * @param stuck places that cannot receive, if the question is about those
     */
    static Condition of(Question question, Side own, Collection<Readiness> stuck, Instant now) {
        Condition condition = new Condition();
        condition.state(question, own);
        condition.age(question, now);
        condition.others(question, own);
        condition.rest(question, own, stuck);
        return condition;
    }

    private Condition() {}

    /** Begins with {@code AND} for each of its parts, or is empty. */
    @Override
    public String toString() {
        return sql.toString();
    }

    /** Gives a statement that it stands in what it needs. */
    JdbcClient.StatementSpec in(JdbcClient.StatementSpec statement) {
        return statement.params(parameters);
    }

    /** That a letter {@code l} is open, as those at one end may know. */
    static String open(Side own) {
        return own == Side.RECIPIENT
                ? "l.state = 'AVAILABLE'"
                : "l.state IN ('ACCEPTED', 'AVAILABLE')";
    }

    private void state(Question question, Side own) {
        Set<State> states =
                question.states().isEmpty() && question.notReady()
                        ? Question.OPEN
                        : question.states();
        if (own == Side.RECIPIENT) {
            sql.append(" AND l.available_at IS NOT NULL");
        }
        if (!states.isEmpty() && states.stream().noneMatch(State::isClosed)) {
            sql.append(" AND ").append(open(own));
        }
        if (!states.isEmpty()) {
            and(
                    "l.state = ANY (:states)",
                    "states",
                    states.stream().map(State::name).toArray(String[]::new));
        }
    }

    private void age(Question question, Instant now) {
        String since = "coalesce(l.available_at, l.accepted_at)";
        question.moreThan()
                .ifPresent(days ->
                        and(since + " < :before", "before", Columns.at(Age.before(days, now))));
        question.lessThan()
                .ifPresent(days ->
                        and(since + " >= :since", "since", Columns.at(Age.before(days - 1, now))));
    }

    private void others(Question question, Side own) {
        String other = "l." + Columns.end(own.other());
        if (!question.parties().isEmpty()) {
            and(other + " = ANY (:parties)", "parties", Columns.numbers(question.parties()));
        }
        int number = 0;
        for (String name : question.names()) {
            String parameter = "name" + number++;
            and(
                    other
                            + " IN (SELECT number FROM unit WHERE position(:"
                            + parameter
                            + " IN lower(name COLLATE \"pg_c_utf8\")) > 0)",
                    parameter,
                    name);
        }
    }

    private void rest(Question question, Side own, Collection<Readiness> stuck) {
        if (!question.categories().isEmpty()) {
            and(
                    "l.category = ANY (:categories)",
                    "categories",
                    question.categories().stream().map(c -> c.code()).toArray(String[]::new));
        }
        question.reference().ifPresent(r -> dispatch("senders_reference", "reference", r));
        question.caseNumber().ifPresent(c -> dispatch("case_number", "case", c));
        if (question.withCase()) {
            and(
                    "l.id IN (SELECT letter FROM matter WHERE closed_at IS NULL"
                            + " AND unit = ANY (:units) AND side = :side)",
                    "side",
                    own.name());
        }
        if (question.notReady()) {
            List<String> units = new ArrayList<>();
            List<String> categories = new ArrayList<>();
            for (Readiness place : stuck) {
                units.add(place.unit().value());
                categories.add(place.category().code());
            }
            parameters.put("stuckCategories", categories.toArray(String[]::new));
            and(
                    "(l.recipient, l.category) IN (SELECT * FROM"
                            + " unnest(:stuckUnits::text[], :stuckCategories::text[]))",
                    "stuckUnits",
                    units.toArray(String[]::new));
        }
    }

    /** References go with the content: nothing of them is left when that is destroyed. */
    private void dispatch(String column, String parameter, String value) {
        and(
                "l.destroyed_at IS NULL AND l.dispatch IN (SELECT id FROM dispatch"
                        + " WHERE sender = ANY (:units) AND "
                        + column
                        + " = :"
                        + parameter
                        + ")",
                parameter,
                value);
    }

    private void and(String part, String parameter, Object value) {
        sql.append(" AND ").append(part);
        parameters.put(parameter, value);
    }
}

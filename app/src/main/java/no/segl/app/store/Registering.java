package no.segl.app.store;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.segl.app.store.Changes.Act;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.Decision;
import no.segl.core.register.Address;
import no.segl.core.register.Answer;
import no.segl.core.register.Comparing;
import no.segl.core.register.KeyRole;
import no.segl.core.register.Known;
import no.segl.core.register.RegisterFact;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes in what the register says, within the transaction of {@link Changes}. */
final class Registering {

    private final RegisterRows rows;
    private final LedgerRows ledger;
    private final Postage postage;

    Registering(JdbcClient jdbc, LedgerRows ledger) {
        this.rows = new RegisterRows(jdbc);
        this.ledger = ledger;
        this.postage = new Postage(jdbc);
    }

    List<RegisterFact> units(List<Answer> answers, Act act) {
        rows.lock();
        Map<OrgNumber, Answer> each = new LinkedHashMap<>();
        answers.forEach(answer -> each.putIfAbsent(answer.number(), answer));
        Map<OrgNumber, Known> known = rows.known(each.keySet());
        List<RegisterFact> facts =
                commit(
                        each.values().stream()
                                .map(answer ->
                                        Comparing.unit(
                                                Optional.ofNullable(known.get(answer.number())),
                                                answer)),
                        act);
        postage.registered(addresses(each));
        rows.seen(
                each.values().stream()
                        .filter(Answer.Living.class::isInstance)
                        .map(Answer::number)
                        .toList(),
                act.at());
        return facts;
    }

    /** Addresses are in no fact. Those of units that Segl does not know come to nothing. */
    private static Map<OrgNumber, Address> addresses(Map<OrgNumber, Answer> answers) {
        Map<OrgNumber, Address> addresses = new LinkedHashMap<>();
        answers.forEach((number, answer) -> {
            if (answer instanceof Answer.Living(var registered)) {
                registered.address().ifPresent(address -> addresses.put(number, address));
            }
        });
        return addresses;
    }

    List<RegisterFact> roles(OrgNumber unit, List<KeyRole> held, Act act) {
        rows.lock();
        List<RegisterFact> facts =
                commit(Stream.of(Comparing.roles(unit, rows.roles(unit), held)), act);
        rows.seenRoles(unit, act.at());
        return facts;
    }

    private List<RegisterFact> commit(Stream<Decision<RegisterFact, Integer>> decided, Act act) {
        List<Decision<RegisterFact, Integer>> decisions =
                decided.filter(decision -> !decision.facts().isEmpty()).toList();
        List<RegisterFact> facts = decisions.stream().flatMap(d -> d.facts().stream()).toList();
        facts.forEach(fact -> rows.apply(fact, act.at()));
        // Heads of chains are locked in one order, so that no two of these wait for each other.
        decisions.stream()
                .sorted(Comparator.comparing(Registering::unit))
                .forEach(d -> ledger.append(unit(d), d.facts(), act.actor(), d.right(), act.at()));
        return facts;
    }

    private static OrgNumber unit(Decision<RegisterFact, Integer> decision) {
        return decision.facts().getFirst().unit();
    }
}

package no.segl.app.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.segl.app.store.Changes.Act;
import no.segl.core.access.AccessFact;
import no.segl.core.access.KeyRoles;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Fact;
import no.segl.core.register.Address;
import no.segl.core.register.Answer;
import no.segl.core.register.Comparing;
import no.segl.core.register.KeyRole;
import no.segl.core.register.Known;
import no.segl.core.register.RegisterFact;
import no.segl.core.register.RegisterFact.KeyRoleChanged;
import no.segl.core.register.RegisterFact.KeyRoleLeft;
import no.segl.core.register.RegisterFact.UnitDissolved;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes in what the register says, within the transaction of {@link Changes}. */
final class Registering {

    private final RegisterRows rows;
    private final LedgerRows ledger;
    private final AccessRows access;
    private final Postage postage;

    Registering(JdbcClient jdbc, LedgerRows ledger) {
        this.rows = new RegisterRows(jdbc);
        this.ledger = ledger;
        this.access = new AccessRows(jdbc);
        this.postage = new Postage(jdbc);
    }

    /** Lets nothing of what the register says be taken in until the commit. */
    void hold() {
        rows.hold();
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
        List<Decision<AccessFact, Integer>> ended = ended(facts, act);
        facts.forEach(fact -> rows.apply(fact, act.at()));
        ended.forEach(d -> d.facts().forEach(fact -> access.apply(fact, act.at())));
        // Heads of chains are locked in one order, so that no two of these wait for each other.
        SortedMap<OrgNumber, List<Decision<? extends Fact, Integer>>> chains = new TreeMap<>();
        decisions.forEach(d -> of(chains, d.facts().getFirst().unit()).add(d));
        ended.forEach(d -> of(chains, d.facts().getFirst().unit()).add(d));
        chains.forEach((unit, all) -> all.forEach(d -> append(unit, d, act)));
        return facts;
    }

    /**
     * What logins told of key roles, at each unit whose key roles have passed on, or that is gone.
     */
    private List<Decision<AccessFact, Integer>> ended(List<RegisterFact> facts, Act act) {
        Set<OrgNumber> shaken =
                facts.stream()
                        .filter(fact ->
                                fact instanceof UnitDissolved
                                        || fact instanceof KeyRoleChanged
                                        || fact instanceof KeyRoleLeft)
                        .map(RegisterFact::unit)
                        .collect(Collectors.toCollection(TreeSet::new));
        return access.holdByKeyRole(shaken, act.at()).stream()
                .map(grant -> KeyRoles.changed(List.of(grant)))
                .toList();
    }

    private static List<Decision<? extends Fact, Integer>> of(
            SortedMap<OrgNumber, List<Decision<? extends Fact, Integer>>> chains, OrgNumber unit) {
        return chains.computeIfAbsent(unit, _ -> new ArrayList<>());
    }

    private void append(OrgNumber unit, Decision<? extends Fact, Integer> decision, Act act) {
        ledger.append(unit, decision.facts(), act.actor(), decision.right(), act.at());
    }
}

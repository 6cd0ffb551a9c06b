package no.segl.app.api;

import java.util.Optional;
import no.segl.app.login.Machine;
import no.segl.app.login.Scopes;
import no.segl.app.office.Chaser;
import no.segl.app.store.SentLetters;
import no.segl.app.store.Units;
import no.segl.core.access.Clearance;
import no.segl.core.access.Clearances;
import no.segl.core.deadline.Reminding;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.print.Reordering;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a sender's machine can have done for a letter that nobody opens, beside its plan. To settle
 * one is not among it: a named person answers for that.
 */
@RestController
public final class ChaseController {

    private final Refusals refusals;
    private final Chaser chaser;
    private final SentLetters sent;
    private final Units units;

    ChaseController(Refusals refusals, Chaser chaser, SentLetters sent, Units units) {
        this.refusals = refusals;
        this.chaser = chaser;
        this.sent = sent;
        this.units = units;
    }

    /** Who is told: a code. */
    public record ReminderAnswer(String told) {}

    /** Where its paper is: a code. */
    public record PaperAnswer(String paper) {}

    @PostMapping("/api/v1/letters/{id}/reminder")
    ReminderAnswer remind(@PathVariable String id, Machine machine) {
        LetterId letter = mine(id, machine);
        Reminding.Reply reply =
                chaser.remind(letter, machine.actor(), sender -> toSend(machine, sender))
                        .orElseThrow(() -> new ApiProblem(Problem.NOT_FOUND));
        return switch (reply) {
            case REMINDED -> new ReminderAnswer("readers");
            case ADMINISTRATORS_TOLD -> new ReminderAnswer("administrators");
            case TOLD_LATELY -> new ReminderAnswer("lately");
            case NOT_YET -> new ReminderAnswer("not-yet");
            case CLOSED -> throw new ApiProblem(Problem.LETTER_CLOSED);
            case REFUSED -> throw new ApiProblem(Problem.NOT_FOUND);
        };
    }

    @PostMapping("/api/v1/letters/{id}/paper")
    PaperAnswer paper(@PathVariable String id, Machine machine) {
        LetterId letter = mine(id, machine);
        Reordering.Reply reply =
                chaser.order(letter, machine.actor(), sender -> toSend(machine, sender))
                        .orElseThrow(() -> new ApiProblem(Problem.NOT_FOUND));
        return switch (reply) {
            case ORDERED -> new PaperAnswer("ordered");
            case UNDER_WAY -> new PaperAnswer("under-way");
            case MAYBE_ON_PAPER, NO_ROUTE -> throw new ApiProblem(Problem.NOT_FOR_PAPER);
            case CLOSED -> throw new ApiProblem(Problem.LETTER_CLOSED);
            case REFUSED -> throw new ApiProblem(Problem.NOT_FOUND);
        };
    }

    private LetterId mine(String id, Machine machine) {
        refusals.require(machine, Scopes.SEND);
        Optional<LetterId> letter = LetterId.parse(id);
        return letter.flatMap(sent::find)
                .filter(row -> units.lineage(row.sender()).isWithin(machine.organisation()))
                .map(SentLetters.Row::id)
                .orElseThrow(() -> new ApiProblem(Problem.NOT_FOUND));
    }

    private Clearance toSend(Machine machine, OrgNumber sender) {
        return Clearances.byScope(
                Scopes.SEND, machine.scopes(), machine.organisation(), units.lineage(sender));
    }
}

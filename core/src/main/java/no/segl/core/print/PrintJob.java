package no.segl.core.print;

import java.time.Instant;
import java.util.Optional;
import no.segl.core.id.PersonId;
import no.segl.core.print.Receipt.FailureReason;

/** A print job, in the state it is in. */
public sealed interface PrintJob {

    PrintOrder order();

    /** Whether nothing more is to be done or waited for. */
    default boolean isEnded() {
        return false;
    }

    /** Why a job is to be stopped. */
    enum StopGround {
        /** Somebody with a right to has opened the letter. */
        OPENED,
        WITHDRAWN,
        SETTLED,
        /** The printer says late of an earlier job of the letter that it is on paper after all. */
        PRINTED_BEFORE
    }

    /**
     * That a job is to be stopped.
     *
     * @param missed whether it is known that it came too late
     */
    record Stop(StopGround ground, boolean missed) {}

    /**
     * Not at the printer, and known not to be.
     *
     * @param attempts how often it was tried
     */
    record Ordered(PrintOrder order, Instant orderedAt, int attempts) implements PrintJob {}

    /**
     * Being handed over: it may be at the printer or not. Nothing but asking leads on from here.
     *
     * @param since when the attempt was written down, which is before it began
     */
    record HandingOver(
            PrintOrder order, Instant orderedAt, int attempt, Instant since, Optional<Stop> stop)
            implements PrintJob {}

    /**
     * Whole at the printer, or in the hands of a person.
     *
     * @param takenBy who prints it by hand; empty if the printer does
     */
    record HandedOver(
            PrintOrder order,
            Instant orderedAt,
            int attempts,
            Instant at,
            Optional<PersonId> takenBy,
            Optional<Stop> stop)
            implements PrintJob {

        /** Whether it may still be called back. */
        public boolean isToBeRecalled() {
            return takenBy.isEmpty() && stop.filter(s -> !s.missed()).isPresent();
        }
    }

    /** On paper, not yet posted. */
    record Printed(PrintOrder order, Instant at) implements PrintJob {}

    /**
     * With the postal service, which may still bring it back.
     *
     * @param contradicted whether the printer later said something that does not fit
     */
    record Posted(PrintOrder order, Instant at, boolean contradicted) implements PrintJob {
        @Override
        public boolean isEnded() {
            return true;
        }
    }

    /**
     * Ended without being posted.
     *
     * @param printed whether it may have been on paper
     * @param contradicted whether the printer later said something that does not fit
     */
    record Failed(
            PrintOrder order,
            Instant at,
            FailureReason reason,
            boolean printed,
            boolean contradicted)
            implements PrintJob {
        @Override
        public boolean isEnded() {
            return true;
        }
    }

    /**
     * Stopped before it was printed.
     *
     * @param contradicted whether the printer later said something that does not fit
     */
    record Stopped(PrintOrder order, Instant at, StopGround ground, boolean contradicted)
            implements PrintJob {
        @Override
        public boolean isEnded() {
            return true;
        }
    }

    /** What is to be done next, by whoever looks at jobs that are not ended. */
    enum Step {
        HAND_OVER,
        ASK_WHETHER_HANDED_OVER,
        RECALL,
        AWAIT_RECEIPT,
        AWAIT_PERSON,
        NOTHING
    }

    /** What is to be done next. */
    default Step next() {
        return switch (this) {
            case Ordered o when o.order().route() == PrintOrder.Route.PRINTER -> Step.HAND_OVER;
            case Ordered _ -> Step.AWAIT_PERSON;
            case HandingOver _ -> Step.ASK_WHETHER_HANDED_OVER;
            case HandedOver h when h.isToBeRecalled() -> Step.RECALL;
            case HandedOver h when h.takenBy().isPresent() -> Step.AWAIT_PERSON;
            case HandedOver _, Printed _ -> Step.AWAIT_RECEIPT;
            case Posted _, Failed _, Stopped _ -> Step.NOTHING;
        };
    }
}

package no.segl.core.evidence;

import static no.segl.core.evidence.Etsi.CONSIGNMENT_NOTIFICATION;
import static no.segl.core.evidence.Etsi.CONSIGNMENT_NOTIFICATION_FAILURE;
import static no.segl.core.evidence.Etsi.CONTENT_ACCESS_TRACKING;
import static no.segl.core.evidence.Etsi.CONTENT_CONSIGNMENT;
import static no.segl.core.evidence.Etsi.CONTENT_HANDOVER;
import static no.segl.core.evidence.Etsi.RELAY_TO_NON_ERDS;
import static no.segl.core.evidence.Etsi.RELAY_TO_NON_ERDS_FAILURE;
import static no.segl.core.evidence.Etsi.SUBMISSION_ACCEPTANCE;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.segl.core.ledger.Fact;
import no.segl.core.letter.CaseFact;
import no.segl.core.letter.LetterFact;
import no.segl.core.print.PrintFact;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of facts there are about a letter: at which end the people are who do it, and what it
 * is called elsewhere. Every type of fact has its row; a test sees to it.
 */
enum Kind {
    ACCEPTED(LetterFact.LetterAccepted.class, End.SENDER, SUBMISSION_ACCEPTANCE),
    // Sent, released by its sender, or let go since somebody at the recipient got access.
    AVAILABLE(LetterFact.LetterAvailable.class, End.EITHER, CONTENT_CONSIGNMENT),
    OPENED(LetterFact.LetterOpened.class, End.RECIPIENT, CONTENT_HANDOVER),
    READ(LetterFact.LetterRead.class, End.RECIPIENT, CONTENT_ACCESS_TRACKING),
    DOCUMENT_READ(LetterFact.DocumentRead.class, End.RECIPIENT, CONTENT_ACCESS_TRACKING),
    OPENING_REFUSED(LetterFact.OpeningRefused.class, End.NOBODYS),
    SHARED(LetterFact.LetterShared.class, End.RECIPIENT),
    SHARE_ENDED(LetterFact.ShareEnded.class, End.RECIPIENT),
    NOT_READY(LetterFact.RecipientNotReady.class, End.SENDER),
    ASSIGNED(LetterFact.LetterAssigned.class, End.RECIPIENT),
    ASSIGNMENT_ENDED(LetterFact.AssignmentEnded.class, End.RECIPIENT),
    HANDLED(LetterFact.LetterHandled.class, End.RECIPIENT),
    REOPENED(LetterFact.HandlingReopened.class, End.RECIPIENT),
    WITHDRAWN(LetterFact.LetterWithdrawn.class, End.SENDER),
    SETTLED(LetterFact.LetterSettled.class, End.SENDER),
    POSTED(LetterFact.LetterPosted.class, End.SENDER, RELAY_TO_NON_ERDS),
    LOOKED_AT(LetterFact.LetterLookedAt.class, End.EITHER),
    DESTROYED(LetterFact.ContentDestroyed.class, End.EITHER),

    NOTICE_ORDERED(LetterFact.NoticeOrdered.class, End.OF_NOTICE),
    NOTICE_SENT(LetterFact.NoticeSent.class, End.OF_NOTICE, CONSIGNMENT_NOTIFICATION),
    NOTICE_DELIVERED(LetterFact.NoticeDelivered.class, End.OF_NOTICE),
    NOTICE_FAILED(LetterFact.NoticeFailed.class, End.OF_NOTICE, CONSIGNMENT_NOTIFICATION_FAILURE),

    CASE_RAISED(LetterFact.CaseRaised.class, End.OF_CASE),
    CASE_RESOLVED(CaseFact.CaseResolved.class, End.OF_CASE),
    CASE_ASSIGNED(CaseFact.CaseAssigned.class, End.OF_CASE),
    CASE_RETURNED(CaseFact.CaseReturned.class, End.OF_CASE),
    CASE_COMMENTED(CaseFact.CaseCommented.class, End.OF_CASE),
    CASE_SNOOZED(CaseFact.CaseSnoozed.class, End.OF_CASE),
    CASE_OVERDUE(CaseFact.CaseOverdue.class, End.OF_CASE),
    CASE_CLOSED(CaseFact.CaseClosed.class, End.OF_CASE),

    PRINT_ORDERED(PrintFact.PrintOrdered.class, End.EITHER),
    PRINT_CONTENT_READ(PrintFact.PrintContentRead.class, End.SENDER),
    PRINT_NOT_POSSIBLE(PrintFact.PrintNotPossible.class, End.SENDER),
    PRINT_HANDOVER_ATTEMPTED(PrintFact.PrintHandoverAttempted.class, End.SENDER),
    PRINT_HANDOVER_FAILED(
            PrintFact.PrintHandoverFailed.class, End.SENDER, RELAY_TO_NON_ERDS_FAILURE),
    PRINT_HANDED_OVER(PrintFact.PrintHandedOver.class, End.SENDER, RELAY_TO_NON_ERDS),
    PRINT_TAKEN(PrintFact.PrintTaken.class, End.SENDER),
    PAPER_PRINTED(PrintFact.PaperPrinted.class, End.SENDER),
    PAPER_POSTED(PrintFact.PaperPosted.class, End.SENDER),
    PRINT_FAILED(PrintFact.PrintFailed.class, End.SENDER),
    // Whoever opens the letter, or takes it back, stops its paper.
    PRINT_STOP_ASKED(PrintFact.PrintStopAsked.class, End.EITHER),
    PRINT_STOPPED(PrintFact.PrintStopped.class, End.EITHER),
    PRINT_STOP_MISSED(PrintFact.PrintStopMissed.class, End.EITHER),
    PRINT_CONTRADICTED(PrintFact.PrintContradicted.class, End.SENDER);

    /** At which end the people are who do it, and whom it names. */
    enum End {
        SENDER,
        RECIPIENT,
        /** Where somebody was refused: the recipient, whose letter it is, may know who. */
        NOBODYS,
        /** Now one, now the other. */
        EITHER,
        /** Where the case is. */
        OF_CASE,
        /** Where those are who are told; the one who has them told may be anywhere. */
        OF_NOTICE
    }

    private static final Map<String, Kind> BY_TYPE =
            Arrays.stream(values()).collect(Collectors.toMap(Kind::type, Function.identity()));

    private final Class<? extends Fact> fact;
    private final End end;
    private final @Nullable Etsi etsi;

    Kind(Class<? extends Fact> fact, End end) {
        this(fact, end, null);
    }

    Kind(Class<? extends Fact> fact, End end, @Nullable Etsi etsi) {
        this.fact = fact;
        this.end = end;
        this.etsi = etsi;
    }

    /** The kind of entries of this type, or empty if none is known. */
    static Optional<Kind> of(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    /** The type that stands in the ledger. */
    String type() {
        return fact.getSimpleName();
    }

    End end() {
        return end;
    }

    Optional<Etsi> etsi() {
        return Optional.ofNullable(etsi);
    }
}

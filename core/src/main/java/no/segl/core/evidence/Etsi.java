package no.segl.core.evidence;

/**
 * Events of ETSI EN 319 522-3 (table 2, V1.2.1) that something in the ledger corresponds to. The
 * names are used so that others know what is meant; Segl is no qualified service.
 */
public enum Etsi {
    SUBMISSION_ACCEPTANCE("SubmissionAcceptance"),
    CONTENT_CONSIGNMENT("ContentConsignment"),
    CONSIGNMENT_NOTIFICATION("ConsignmentNotification"),
    CONSIGNMENT_NOTIFICATION_FAILURE("ConsignmentNotificationFailure"),
    CONTENT_HANDOVER("ContentHandover"),
    CONTENT_ACCESS_TRACKING("ContentAccessTracking"),
    RELAY_TO_NON_ERDS("RelayToNonERDS"),
    RELAY_TO_NON_ERDS_FAILURE("RelayToNonERDSFailure");

    private final String event;

    Etsi(String event) {
        this.event = event;
    }

    /** The event's name in the standard. */
    public String event() {
        return event;
    }
}

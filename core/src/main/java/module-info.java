/** The rules of confidential mail. Plain Java: no framework, no clock, no I/O. */
@org.jspecify.annotations.NullMarked
module no.segl.core {
    requires static transitive org.jspecify;

    exports no.segl.core.access;
    exports no.segl.core.control;
    exports no.segl.core.day;
    exports no.segl.core.deadline;
    exports no.segl.core.evidence;
    exports no.segl.core.id;
    exports no.segl.core.ledger;
    exports no.segl.core.letter;
    exports no.segl.core.notice;
    exports no.segl.core.overview;
    exports no.segl.core.party;
    exports no.segl.core.print;
    exports no.segl.core.readiness;
    exports no.segl.core.register;
    exports no.segl.core.webhook;
    exports no.segl.core.ledger.verification;
}

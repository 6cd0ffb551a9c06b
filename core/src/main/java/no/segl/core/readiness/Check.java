package no.segl.core.readiness;

import java.util.Arrays;
import java.util.List;

/**
 * What no system tells another, and somebody must look up and answer for: in Altinn's and SvarUT's
 * own pages. An answer holds for a time and is then no answer any more (law:
 * eforvaltningsforskriften-8).
 */
public enum Check {
    /** Whether unopened letters to organisations are printed, or are digital only. */
    SVARUT_PAPER(Of.ORGANISATION),
    /** Whether somebody hears of it when the case system does not fetch from SvarUT. */
    SVARUT_FETCHING(Of.ORGANISATION),
    /** Whether those who have left have lost their powers in Altinn. */
    ALTINN_LEAVERS(Of.ORGANISATION),
    /** Who holds the package for confidential mail in Altinn. */
    ALTINN_HOLDERS(Of.UNIT),
    /** Whether the notification address in Altinn belongs to somebody who can open. */
    ALTINN_ADDRESS(Of.UNIT);

    /** Of what it is answered. */
    public enum Of {
        /** Once, at the main unit. */
        ORGANISATION,
        /** At each unit. */
        UNIT
    }

    /** What somebody answers. A code, since free text could carry what the ledger must not hold. */
    public enum Answer {
        AS_IT_SHOULD,
        /** It must be mended, and is then answered anew. */
        NOT_AS_IT_SHOULD,
        /** Neither the unit nor those beneath it use what is asked about. */
        NOT_USED
    }

    private final Of of;

    Check(Of of) {
        this.of = of;
    }

    public Of of() {
        return of;
    }

    /** Those that are answered of that. */
    public static List<Check> of(Of of) {
        return Arrays.stream(values()).filter(c -> c.of == of).toList();
    }
}

package no.segl.core.print;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import no.segl.core.id.Digest;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PrintJobId;

/**
 * What goes with a print file: all that the printer's machines need to know, and nothing of what
 * the letter says or whom it is for.
 *
 * @param attempt which handing over of the job this is, from 1
 * @param sender who pays and answers for it
 * @param bytes the print file's size
 * @param sha256 of the print file
 * @param duplex whether both sides are printed on
 * @param country where the letter goes, ISO 3166-1 alpha-2, for the postage
 */
public record Manifest(
        PrintJobId job,
        int attempt,
        OrgNumber sender,
        long bytes,
        Digest sha256,
        Sheets sheets,
        boolean duplex,
        String country,
        Instant orderedAt) {

    /** The form of the manifest; a change that breaks readers gets the next number. */
    public static final int VERSION = 1;

    /**
     * The print file's name. It is of one attempt, so that what is left of another can be removed.
     */
    public String file() {
        return job + "." + attempt + ".pdf";
    }

    /** The members, in the order they are written in; numbers and truth values are themselves. */
    public Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("version", VERSION);
        members.put("job", job.toString());
        members.put("attempt", attempt);
        members.put("sender", sender.value());
        members.put("file", file());
        members.put("bytes", bytes);
        members.put("sha256", sha256.hex());
        members.put("pages", sheets.pages());
        members.put("sheets", sheets.sheets());
        members.put("duplex", duplex);
        members.put("country", country);
        members.put("orderedAt", orderedAt.toString());
        return members;
    }
}

package no.segl.app.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which kind of file. */
public enum Form {
    CSV("text/csv;charset=UTF-8", Form.SPREADSHEET),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Form.SPREADSHEET),
    PDF("application/pdf", 2_000);

    /**
     * So many letters at the most: a spreadsheet has 1 048 576 rows, with one for the head
     * (ECMA-376, as Excel and LibreOffice hold to it).
     */
    static final int SPREADSHEET = 1_000_000;

    private final String mediaType;
    private final int most;

    Form(String mediaType, int most) {
        this.mediaType = mediaType;
        this.most = most;
    }

    /** The one whose files end so. */
    public static Optional<Form> of(String ending) {
        return Arrays.stream(values()).filter(f -> f.ending().equals(ending)).findFirst();
    }

    /** How its files' names end. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it is, to a browser. */
    public String mediaType() {
        return mediaType;
    }

    /** How many letters one holds. */
    public int most() {
        return most;
    }
}

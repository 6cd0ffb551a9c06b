package no.segl.core.letter;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of file that a letter may carry, known by the file name's ending.
 *
 * @param value such as {@code application/pdf}
 */
public record MediaType(String value) {

    private static final Map<String, String> BY_ENDING =
            Map.ofEntries(
                    Map.entry("pdf", "application/pdf"),
                    Map.entry("txt", "text/plain"),
                    Map.entry("csv", "text/csv"),
                    Map.entry("xml", "application/xml"),
                    Map.entry("json", "application/json"),
                    Map.entry("png", "image/png"),
                    Map.entry("jpg", "image/jpeg"),
                    Map.entry("jpeg", "image/jpeg"),
                    Map.entry("tif", "image/tiff"),
                    Map.entry("tiff", "image/tiff"),
                    Map.entry("zip", "application/zip"),
                    Map.entry("asice", "application/vnd.etsi.asic-e+zip"),
                    Map.entry("dcm", "application/dicom"),
                    Map.entry("odt", "application/vnd.oasis.opendocument.text"),
                    Map.entry("ods", "application/vnd.oasis.opendocument.spreadsheet"),
                    Map.entry("doc", "application/msword"),
                    Map.entry("xls", "application/vnd.ms-excel"),
                    Map.entry(
                            "docx",
                            "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
                    Map.entry(
                            "xlsx",
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
                    Map.entry(
                            "pptx",
                            "application/vnd.openxmlformats-officedocument.presentationml.presentation"));

    public static final MediaType PDF = new MediaType("application/pdf");

    /** The endings that may be sent, without the dot, in alphabetical order. */
    public static List<String> endings() {
        return BY_ENDING.keySet().stream().sorted().toList();
    }

    /** The type that the ending of {@code fileName} stands for, or empty if none may be sent. */
    public static Optional<MediaType> ofName(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String ending = fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
        return dot < 0
                ? Optional.empty()
                : Optional.ofNullable(BY_ENDING.get(ending)).map(MediaType::new);
    }

    /**
     * Whether {@code declared}, as a client or browser states it, may stand beside this type.
     * Nothing and {@code application/octet-stream} say nothing; text may be declared as text.
     */
    public boolean agreesWith(@Nullable String declared) {
        if (declared == null || declared.isBlank()) {
            return true;
        }
        String bare = declared.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (bare) {
            case "application/octet-stream", "binary/octet-stream" -> true;
            case "text/xml" -> value.equals("application/xml");
            case "application/x-zip-compressed" -> value.equals("application/zip");
            case "application/vnd.ms-excel" -> value.equals("text/csv") || value.equals(bare);
            default -> bare.equals(value);
        };
    }

    /** Whether a browser may show it in the page without running anything in it. */
    public boolean showsInPage() {
        return switch (value) {
            case "application/pdf", "image/png", "image/jpeg", "text/plain" -> true;
            default -> false;
        };
    }

    /**
     * Whether {@code head}, the first bytes of a file, can belong to this type.
     *
     * @param head each byte as one character (ISO 8859-1)
     */
    public boolean canBeginWith(String head) {
        return switch (value) {
            case "application/pdf" -> head.startsWith("%PDF-");
            case "image/png" -> head.startsWith("\u0089PNG");
            case "image/jpeg" -> head.startsWith("\u00ff\u00d8\u00ff");
            default -> true;
        };
    }

    @Override
    public String toString() {
        return value;
    }
}

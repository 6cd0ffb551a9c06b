package no.segl.app.web.page;

import java.util.List;
import java.util.Optional;

/**
 * The form for a reply: {@code tittel}, {@code dokumenter} (one or more files), {@code sprak} and
 * the hidden {@code nokkel}, posted as multipart.
 *
 * @param key a fresh id for this reply, so that sending the form twice sends one letter
 * @param title what the person wrote, when the form comes back with faults
 * @param language the BCP 47 tag chosen for the reply
 * @param limits what is allowed
 * @param faults what was wrong; the files must then be chosen again, as browsers forget them
 */
public record ReplyForm(
        String key, String title, String language, Limits limits, List<Fault> faults) {

    /**
     * What is allowed in a reply.
     *
     * @param titleLength characters in a title at most
     * @param files documents at most
     * @param fileBytes bytes in one document at most
     * @param types what a browser's file chooser offers: extensions or media types
     */
    public record Limits(int titleLength, int files, long fileBytes, List<String> types) {}

    /**
     * Something wrong with a reply.
     *
     * @param kind what is wrong
     * @param file the name of the file it is about, if it is about one
     */
    public record Fault(Kind kind, Optional<String> file) {}

    /** A kind of fault, and the field it belongs to. */
    public enum Kind {
        TITLE_MISSING("tittel"),
        TITLE_TOO_LONG("tittel"),
        TITLE_PERSON_NUMBER("tittel"),
        TITLE_CHARACTERS("tittel"),
        SENT_ALREADY("tittel"),
        FILE_MISSING("dokumenter"),
        FILE_EMPTY("dokumenter"),
        FILE_TOO_LARGE("dokumenter"),
        FILE_TYPE("dokumenter"),
        FILE_NAME("dokumenter"),
        TOO_MANY_FILES("dokumenter");

        private final String field;

        Kind(String field) {
            this.field = field;
        }

        /** The name of the form's field. */
        public String field() {
            return field;
        }

        /** The key of the words; {0} is the file, {1} the limit that was passed. */
        public String key() {
            return "reply.fault." + name();
        }
    }

    /** The faults of one field. */
    public List<Fault> faults(String field) {
        return faults.stream().filter(f -> f.kind().field().equals(field)).toList();
    }

    /** A fault in words. */
    public String words(Fault fault, Texts texts) {
        Object limit =
                switch (fault.kind()) {
                    case TITLE_TOO_LONG -> limits.titleLength();
                    case TOO_MANY_FILES -> limits.files();
                    case FILE_TOO_LARGE -> texts.figures().size(limits.fileBytes());
                    case FILE_TYPE -> String.join(", ", limits.types());
                    default -> "";
                };
        return texts.get(fault.kind().key(), fault.file().orElse(""), limit);
    }
}

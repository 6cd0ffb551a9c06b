package no.segl.app.web;

import java.util.List;
import java.util.Optional;
import no.segl.app.web.page.ReplyForm;
import no.segl.app.web.page.ReplyForm.Fault;
import no.segl.app.web.page.ReplyForm.Kind;
import no.segl.core.letter.Checking;
import no.segl.core.letter.DocumentRules;
import no.segl.core.letter.MediaType;
import no.segl.core.letter.Violation;

/** Turns the rules that a reply broke into faults of the form's fields. */
final class ReplyFaults {

    /** What the form says is allowed. */
    static final ReplyForm.Limits LIMITS =
            new ReplyForm.Limits(
                    Checking.TITLE,
                    DocumentRules.MOST,
                    DocumentRules.LARGEST,
                    MediaType.endings().stream().map(e -> "." + e).toList());

    private ReplyFaults() {}

    /** What was wrong with the title. */
    static List<Fault> ofTitle(List<Violation> violations) {
        return violations.stream().map(v -> new Fault(title(v.rule()), Optional.empty())).toList();
    }

    /** What was wrong with a file: the first thing only, since one is enough to change it. */
    static Fault ofFile(String name, List<Violation> violations) {
        return new Fault(file(violations.getFirst().rule()), Optional.of(name));
    }

    private static Kind title(Violation.Rule rule) {
        return switch (rule) {
            case REQUIRED -> Kind.TITLE_MISSING;
            case TOO_LONG -> Kind.TITLE_TOO_LONG;
            case PERSON_NUMBER_IN_TITLE -> Kind.TITLE_PERSON_NUMBER;
            default -> Kind.TITLE_CHARACTERS;
        };
    }

    private static Kind file(Violation.Rule rule) {
        return switch (rule) {
            case EMPTY_DOCUMENT -> Kind.FILE_EMPTY;
            case DOCUMENT_TOO_LARGE -> Kind.FILE_TOO_LARGE;
            case FILE_TYPE_NOT_ALLOWED, FILE_TYPE_DISAGREES, FILE_CONTENT_DISAGREES ->
                    Kind.FILE_TYPE;
            default -> Kind.FILE_NAME;
        };
    }
}

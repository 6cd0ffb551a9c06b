package no.segl.core.letter;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import no.segl.core.access.Category;
import no.segl.core.id.LetterId;
import no.segl.core.id.NationalIdentityNumber;
import no.segl.core.id.OrgNumber;
import no.segl.core.letter.Violation.Rule;
import org.jspecify.annotations.Nullable;

/** Checks what was handed in, and says all that is wrong with it at once. */
public final class Checking {

    /** In characters (code points). Short, since a title must reveal nothing. */
    public static final int TITLE = 120;

    public static final int REFERENCE = 100;
    public static final int CASE_NUMBER = 60;
    public static final int CASE_WORKER = 120;
    public static final int RECIPIENTS = 500;

    private final List<Violation> violations = new ArrayList<>();
    private final Predicate<OrgNumber> isKnown;
    private final Predicate<Category> isCategory;

    private Checking(Predicate<OrgNumber> isKnown, Predicate<Category> isCategory) {
        this.isKnown = isKnown;
        this.isCategory = isCategory;
    }

    /** What came of it. */
    public sealed interface Result {
        record Sound(Content content) implements Result {}

        /** {@code violations} is never empty. */
        record Faulty(List<Violation> violations) implements Result {}
    }

    /**
     * Checks {@code submission}.
     *
     * @param isKnown whether a unit with that number can send and receive here
     * @param isCategory whether there is such a category
     */
    public static Result check(
            Submission submission, Predicate<OrgNumber> isKnown, Predicate<Category> isCategory) {
        return new Checking(isKnown, isCategory).run(submission);
    }

    private Result run(Submission s) {
        Optional<OrgNumber> sender = sender(s.sender());
        Set<OrgNumber> recipients = recipients(s.recipients(), sender);
        Optional<Category> category = category(s.category());
        Optional<String> title = title(s.title());
        Optional<Language> language = language(s.language());
        Optional<String> reference =
                reference("/references/sendersReference", s.sendersReference(), REFERENCE);
        Optional<String> caseNumber =
                reference("/references/caseNumber", s.caseNumber(), CASE_NUMBER);
        Optional<String> caseWorker =
                reference("/references/caseWorker", s.caseWorker(), CASE_WORKER);
        Optional<LetterId> replyTo = replyTo(s.replyTo());
        if (!violations.isEmpty()) {
            return new Result.Faulty(List.copyOf(violations));
        }
        return new Result.Sound(
                new Content(
                        sender.orElseThrow(),
                        List.copyOf(recipients),
                        category.orElseThrow(),
                        title.orElseThrow(),
                        language.orElseThrow(),
                        reference,
                        caseNumber,
                        caseWorker,
                        replyTo));
    }

    private Optional<OrgNumber> sender(@Nullable String text) {
        Optional<OrgNumber> sender = orgNumber("/sender", text);
        if (sender.isPresent() && !isKnown.test(sender.get())) {
            add("/sender", Rule.UNKNOWN_SENDER);
        }
        return sender;
    }

    private Set<OrgNumber> recipients(List<String> texts, Optional<OrgNumber> sender) {
        Set<OrgNumber> recipients = new LinkedHashSet<>();
        if (texts.isEmpty()) {
            add("/recipients", Rule.REQUIRED);
        }
        if (texts.size() > RECIPIENTS) {
            violations.add(new Violation("/recipients", Rule.TOO_MANY, RECIPIENTS));
            return recipients;
        }
        for (int i = 0; i < texts.size(); i++) {
            String pointer = "/recipients/" + i;
            orgNumber(pointer, texts.get(i)).ifPresent(n -> recipient(pointer, n, recipients));
        }
        if (sender.filter(recipients::contains).isPresent()) {
            add("/recipients", Rule.RECIPIENT_IS_SENDER);
        }
        return recipients;
    }

    private void recipient(String pointer, OrgNumber number, Set<OrgNumber> recipients) {
        if (!recipients.add(number)) {
            add(pointer, Rule.RECIPIENT_TWICE);
        } else if (!isKnown.test(number)) {
            add(pointer, Rule.UNKNOWN_RECIPIENT);
        }
    }

    private Optional<OrgNumber> orgNumber(String pointer, @Nullable String text) {
        if (text == null || text.isBlank()) {
            add(pointer, Rule.REQUIRED);
            return Optional.empty();
        }
        Optional<OrgNumber> number = OrgNumber.parse(text);
        if (number.isEmpty()) {
            add(pointer, Rule.NOT_AN_ORGANISATION_NUMBER);
        }
        return number;
    }

    private Optional<Category> category(@Nullable String code) {
        if (code == null || code.isBlank()) {
            add("/category", Rule.REQUIRED);
            return Optional.empty();
        }
        Optional<Category> category =
                Category.isWellFormed(code)
                        ? Optional.of(new Category(code)).filter(isCategory)
                        : Optional.empty();
        if (category.isEmpty()) {
            add("/category", Rule.UNKNOWN_CATEGORY);
        }
        return category;
    }

    private Optional<String> title(@Nullable String text) {
        if (text == null || text.isBlank()) {
            add("/title", Rule.REQUIRED);
            return Optional.empty();
        }
        if (NationalIdentityNumber.looksToBeIn(text)) {
            add("/title", Rule.PERSON_NUMBER_IN_TITLE);
        }
        return optional("/title", text, TITLE);
    }

    private Optional<Language> language(@Nullable String code) {
        Optional<Language> language =
                code == null ? Optional.of(Language.NB) : Language.parse(code);
        if (language.isEmpty()) {
            add("/language", Rule.UNKNOWN_LANGUAGE);
        }
        return language;
    }

    /** References stand in lists and logs at both ends. */
    // law: personvernforordningen-5
    private Optional<String> reference(String pointer, @Nullable String text, int most) {
        if (text != null && NationalIdentityNumber.standsIn(text)) {
            add(pointer, Rule.PERSON_NUMBER);
        }
        return optional(pointer, text, most);
    }

    private Optional<String> optional(String pointer, @Nullable String text, int most) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        String tidy = Texts.tidy(text);
        if (Texts.hasUnseen(tidy)) {
            add(pointer, Rule.CONTROL_CHARACTERS);
        }
        if (tidy.codePointCount(0, tidy.length()) > most) {
            violations.add(new Violation(pointer, Rule.TOO_LONG, most));
        }
        return Optional.of(tidy);
    }

    private Optional<LetterId> replyTo(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        Optional<LetterId> id = LetterId.parse(text);
        if (id.isEmpty()) {
            add("/replyTo", Rule.NOT_AN_ID);
        }
        return id;
    }

    private void add(String pointer, Rule rule) {
        violations.add(new Violation(pointer, rule));
    }
}

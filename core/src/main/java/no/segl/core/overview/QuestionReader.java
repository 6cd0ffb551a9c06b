package no.segl.core.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.segl.core.access.Category;
import no.segl.core.id.NationalIdentityNumber;
import no.segl.core.id.OrgNumber;

/**
 * Reads questions as people type them, such as {@code uåpnet > 7 dager barnevern}, in any of the
 * languages of the pages, and writes them. The order is free. A word that is no other thing is
 * looked for in the name of who is at the other end; in quotes every word is such.
 */
public final class QuestionReader {

    /** The longest question, in characters. */
    public static final int LONGEST = 300;

    private static final int MOST_DAYS = 9999;
    private static final int DAYS_OF_A_WEEK = 7;
    private static final Pattern NUMBER = Pattern.compile("([0-9]{1,5})(\\p{L}*)");
    private static final Pattern THREE = Pattern.compile("[0-9]{3}");

    private final Vocabulary vocabulary;

    public QuestionReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** What came of reading. */
    public sealed interface Answer {
        /** All of it was understood. */
        record Understood(Question question) implements Answer {}

        /** Some of it was not; nothing is guessed. */
        record NotUnderstood(List<Misread> misread) implements Answer {}
    }

    /** Reads a question; an empty one asks for every letter. */
    public Answer read(String text) {
        if (NationalIdentityNumber.standsIn(text)) {
            return new Answer.NotUnderstood(List.of(new Misread(Misread.Why.PERSON_NUMBER, "")));
        }
        if (text.length() > LONGEST) {
            return new Answer.NotUnderstood(List.of(new Misread(Misread.Why.TOO_LONG, "")));
        }
        Reading reading = new Reading(Word.of(text));
        reading.all();
        return reading.misread.isEmpty()
                ? new Answer.Understood(reading.draft.question())
                : new Answer.NotUnderstood(List.copyOf(reading.misread));
    }

    /** Writes it as it can be read again, and typed on. */
    public String write(Question question) {
        return Writing.write(question, vocabulary);
    }

    /** One question being read, word by word. */
    private final class Reading {
        private final List<Word> words;
        private final Draft draft = new Draft();
        private final List<Misread> misread = new ArrayList<>();
        private int at;

        private Reading(List<Word> words) {
            this.words = words;
        }

        private void all() {
            while (at < words.size()) {
                one(words.get(at));
            }
        }

        private void one(Word word) {
            if (!word.key().isEmpty()) {
                at++;
                keyed(word);
            } else if (word.isOf(Words.MORE) || word.isOf(Words.LESS)) {
                at++;
                age(word);
            } else if (word.isOf(Words.NOT)) {
                at++;
                not(word);
            } else if (!organisation(word) && !category(word)) {
                at++;
                plain(word);
            }
        }

        private void plain(Word word) {
            State state = word.isQuoted() ? null : Words.states().get(word.plain());
            if (state != null) {
                draft.states.add(state);
            } else if (word.isOf(Words.CASE)) {
                draft.withCase = true;
            } else if (!word.isQuoted() && word.plain().matches("[0-9]{1,8}")) {
                misread.add(new Misread(Misread.Why.LOOSE_NUMBER, word.plain()));
            } else if (!word.isOf(Words.NOISE) && !word.value().isBlank()) {
                draft.name(word.value());
            }
        }

        private void not(Word word) {
            Word denied = at < words.size() ? words.get(at) : new Word("", "", true);
            if (denied.isOf(Words.READY)) {
                draft.notReady = true;
            } else if (!denied.isQuoted() && Words.states().get(denied.plain()) == State.OPENED) {
                draft.states.add(State.AVAILABLE);
            } else {
                misread.add(new Misread(Misread.Why.NOT_WHAT, word.text()));
                return;
            }
            at++;
        }

        private void age(Word comparison) {
            if (at < words.size() && words.get(at).isOf(Words.THAN)) {
                at++;
            }
            Matcher number = NUMBER.matcher(at < words.size() ? words.get(at).plain() : "");
            if (!number.matches()) {
                misread.add(new Misread(Misread.Why.NO_NUMBER, comparison.text()));
                return;
            }
            at++;
            String unit = number.group(2);
            if (unit.isEmpty() && at < words.size() && isTime(words.get(at))) {
                unit = words.get(at).plain();
                at++;
            }
            if (!unit.isEmpty() && !Words.DAYS.contains(unit) && !Words.WEEKS.contains(unit)) {
                misread.add(new Misread(Misread.Why.NO_DAYS, unit));
                return;
            }
            int days = Integer.parseInt(number.group(1));
            if (!draft.age(
                    comparison.plain(),
                    Words.WEEKS.contains(unit) ? days * DAYS_OF_A_WEEK : days,
                    MOST_DAYS)) {
                misread.add(new Misread(Misread.Why.NO_NUMBER, comparison.text()));
            }
        }

        private static boolean isTime(Word word) {
            return word.isOf(Words.DAYS) || word.isOf(Words.WEEKS) || word.isOf(Words.OTHER_TIMES);
        }

        /** An organisation number, perhaps written in three groups. */
        private boolean organisation(Word word) {
            if (word.isQuoted()) {
                return false;
            }
            StringBuilder digits = new StringBuilder(word.plain());
            int taken = 1;
            if (THREE.matcher(digits).matches()) {
                while (taken < 3
                        && at + taken < words.size()
                        && THREE.matcher(words.get(at + taken).plain()).matches()) {
                    digits.append(words.get(at + taken).plain());
                    taken++;
                }
            }
            Optional<OrgNumber> number = OrgNumber.parse(digits.toString());
            number.ifPresent(draft.parties::add);
            at += number.isPresent() ? taken : 0;
            return number.isPresent();
        }

        /** A category, by the longest name that the next words make. */
        private boolean category(Word first) {
            if (first.isQuoted()) {
                return false;
            }
            for (int length = Math.min(vocabulary.longest(), words.size() - at);
                    length > 0;
                    length--) {
                List<Word> name = words.subList(at, at + length);
                if (name.stream().allMatch(Word::isName)) {
                    Optional<Category> found =
                            vocabulary.category(
                                    String.join(" ", name.stream().map(Word::plain).toList()));
                    if (found.isPresent()) {
                        draft.categories.add(found.get());
                        at += length;
                        return true;
                    }
                }
            }
            return false;
        }

        private void keyed(Word word) {
            String value = word.value().strip();
            String key = word.key().toLowerCase(Locale.ROOT);
            if (value.isEmpty()) {
                misread.add(new Misread(Misread.Why.NOTHING_AFTER, key));
            } else if (Words.PARTY.contains(key)) {
                OrgNumber.parse(value).ifPresentOrElse(draft.parties::add, () -> draft.name(value));
            } else if (Words.REFERENCE.contains(key)) {
                draft.reference = Optional.of(value);
            } else if (Words.CASE_NUMBER.contains(key)) {
                draft.caseNumber = Optional.of(value);
            } else if (Words.CATEGORY.contains(key)) {
                vocabulary
                        .category(value)
                        .ifPresentOrElse(
                                draft.categories::add,
                                () -> misread.add(new Misread(Misread.Why.NO_CATEGORY, value)));
            } else {
                misread.add(new Misread(Misread.Why.NO_KEY, key));
            }
        }
    }
}

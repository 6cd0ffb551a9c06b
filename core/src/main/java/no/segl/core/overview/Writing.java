package no.segl.core.overview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import no.segl.core.id.OrgNumber;

/** Writes questions, the same one always in the same words. */
final class Writing {

    private Writing() {}

    static String write(Question question, Vocabulary vocabulary) {
        List<String> words = new ArrayList<>();
        Arrays.stream(State.values())
                .filter(question.states()::contains)
                .map(Words::write)
                .forEach(words::add);
        question.moreThan().ifPresent(days -> words.add("> " + days(days)));
        question.lessThan().ifPresent(days -> words.add("< " + days(days)));
        question.categories().stream().map(vocabulary::write).sorted().forEach(words::add);
        question.parties().stream()
                .sorted(Comparator.comparing(OrgNumber::value))
                .map(OrgNumber::value)
                .forEach(words::add);
        question.names().forEach(name -> words.add(quoted(name)));
        question.reference().ifPresent(r -> words.add("ref:" + quoted(r)));
        question.caseNumber().ifPresent(c -> words.add("sak:" + quoted(c)));
        if (question.notReady()) {
            words.add("ikke klar");
        }
        if (question.withCase()) {
            words.add("oppfølging");
        }
        return String.join(" ", words);
    }

    private static String days(int days) {
        return days == 1 ? "1 dag" : days + " dager";
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}

package no.segl.app.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;
import no.segl.app.notice.NoticeTexts.NoticeText;
import no.segl.app.store.ControlNotices.Kind;
import no.segl.core.id.OrgNumber;
import no.segl.core.letter.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What e-mails of the routine say: numbers and a way in, and nothing of what letters are about. */
class RoutineTextsTest {

    private static final OrgNumber FJORDVIK = new OrgNumber("310451207");
    private static final UUID RUN = UUID.fromString("0198f6a2-4f1c-7b12-9c77-0e4d5a6b8f21");

    private final RoutineTexts texts = new RoutineTexts(URI.create("https://segl.example.no/"));

    /** The whole list of what can be filled in; a new component is a decision, made here. */
    @Test
    void nothingElseCanBeFilledIn() {
        assertThat(types(Errand.class))
                .containsExactly("Kind", "UUID", "String", "OrgNumber", "long", "LocalDate");
        assertThat(types(Standing.class).stream().filter(t -> !t.equals("long")))
                .containsExactly("String", "OrgNumber", "OptionalLong");
    }

    private static List<String> types(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getType)
                .map(Class::getSimpleName)
                .toList();
    }

    private static Errand errand(Kind kind, long found) {
        return new Errand(
                kind, RUN, "Fjordvik\nkommune", FJORDVIK, found, LocalDate.of(2026, 11, 24));
    }

    private static Standing standing() {
        return new Standing(
                "Fjordvik kommune",
                FJORDVIK,
                41,
                12,
                1307,
                900,
                OptionalLong.of(412),
                26,
                24,
                1,
                7);
    }

    @Test
    void aControlIsToldWithWhereItIsDone() {
        NoticeText mail = texts.control(Language.NB, errand(Kind.DUE, 3));
        assertThat(mail.subject()).isEqualTo("Segl: en kontroll skal gjøres");
        assertThat(mail.body())
                .contains("Fjordvik kommune (310 451 207)")
                .contains("24. november 2026")
                .contains("Akkurat nå finner den 3.")
                .contains("\nhttps://segl.example.no/kontroller/gjennomforing/" + RUN + "\n");
    }

    @Test
    void figuresLeadToThePageThatHasThem() {
        NoticeText mail = texts.figures(Language.EN, standing());
        assertThat(mail.body())
                .contains("not opened: 41", "12 have lain", "1307", "412 days", "24 of 26", ": 7.")
                .contains("\nhttps://segl.example.no/oversikt\n");
    }

    @ParameterizedTest
    @EnumSource
    void everyTextIsPlainAndGivesNothingAway(Language language) {
        for (Kind kind : Kind.values()) {
            sane(texts.control(language, errand(kind, 1)));
            sane(texts.control(language, errand(kind, 0)));
        }
        sane(texts.figures(language, standing()));
    }

    private static void sane(NoticeText mail) {
        assertThat(mail.subject()).hasSizeLessThanOrEqualTo(72).doesNotContain("\n");
        assertThat(mail.body())
                .endsWith("\n")
                .doesNotContain("\n\n\n", "\r", "{", "}", "??", "null");
        assertThat((mail.subject() + mail.body()).toLowerCase(Locale.ROOT))
                .doesNotContainPattern(NothingConfidentialTest.GIVES_IT_AWAY);
    }
}

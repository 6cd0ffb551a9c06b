package no.segl.app.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import no.segl.app.notice.Duties.Changed;
import no.segl.app.notice.Duties.Unreviewed;
import no.segl.app.notice.Filling.Waiting;
import no.segl.app.notice.NoticeTexts.NoticeText;
import no.segl.app.store.Attention.Cause;
import no.segl.core.id.OrgNumber;
import no.segl.core.letter.Language;
import no.segl.core.letter.Notice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What notices say, and how many of each they speak of. */
class NoticeTextsTest {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    static final OrgNumber FJORDVIK = new OrgNumber("310451207");

    private final NoticeTexts texts = new NoticeTexts(URI.create("https://segl.example.no/"));

    @Test
    void oneLetter() {
        NoticeText mail =
                texts.mail(Notice.Kind.STILL_UNOPENED, Language.NB, one(1, TODAY.minusDays(7), 3));

        assertThat(mail.subject()).isEqualTo("Påminnelse: et taushetsbelagt brev er ikke åpnet");
        assertThat(mail.body())
                .isEqualTo(
                        """
                        Segl har varslet om et taushetsbelagt brev. Ingen har åpnet det. Dette
                        er en påminnelse til alle som kan åpne det.

                        - Fjordvik kommune (310 451 207): 1 brev, tilgjengelig siden 17.
                          november 2026 (7 dager)

                        Logg inn og åpne det:
                        https://segl.example.no/innboks

                        Segl følger opp på nytt om 3 dager.

                        Varselet sier ikke hva det gjelder, eller hvem det er fra. Det ser du
                        først når du har logget inn. Det er sendt automatisk, og svar blir ikke
                        lest.
                        """);
    }

    @Test
    void manyLettersAtManyUnitsAreOneText() {
        Filling filling =
                new Filling(
                        List.of(
                                new Waiting("Fjordvik kommune", FJORDVIK, 48, TODAY.minusDays(1)),
                                new Waiting("Dalen skule", FJORDVIK, 2, TODAY)),
                        TODAY,
                        OptionalLong.empty());

        NoticeText mail = texts.mail(Notice.Kind.ARRIVED, Language.NN, filling);

        assertThat(mail.subject()).isEqualTo("50 tausheitsbelagde brev ventar i Segl");
        assertThat(mail.body().replaceAll("\\s+", " "))
                .contains(
                        "Fjordvik kommune (310 451 207): 48 brev, det eldste tilgjengeleg sidan 23."
                                + " november 2026 (1 dag)")
                .contains("2 brev, det eldste tilgjengeleg sidan 24. november 2026 (i dag)")
                .contains("Logg inn og opne dei:")
                .doesNotContain("følgjer opp");
        assertThat(texts.sms(Notice.Kind.ARRIVED, Language.NN, filling))
                .isEqualTo(
                        "Segl: 50 tausheitsbelagde brev ventar hos 2 einingar. Logg inn og opne:"
                                + " https://segl.example.no");
    }

    @Test
    void whatWaitsWhereAccessIsAdministeredIsToldByUnitWithoutAName() {
        NoticeText mail =
                texts.access(
                        Language.NB,
                        new Duties(
                                List.of(
                                        new Unreviewed("Fjordvik kommune", FJORDVIK, 12),
                                        new Unreviewed("Dalen skule", FJORDVIK, 1)),
                                List.of(
                                        new Changed(
                                                "Dalen skule",
                                                FJORDVIK,
                                                1,
                                                List.of(Cause.NEW_WITHOUT_READER)),
                                        new Changed(
                                                "Fjordvik kommune",
                                                FJORDVIK,
                                                4,
                                                List.of(
                                                        Cause.UNIT_DISSOLVED,
                                                        Cause.KEY_ROLE_CHANGED))),
                                2));

        assertThat(mail.subject()).isEqualTo("Segl: 20 oppgaver venter i Tilganger");
        assertThat(mail.body())
                .isEqualTo(
                        """
                        20 oppgaver venter i Tilganger i Segl. Du får dette fordi du styrer
                        tilgang, eller fordi du leser e-posten der noen gjør det. Segl sier fra
                        når noe nytt kommer, og minner ellers om det en gang i uken til alt er
                        gjort.

                        Der to personer må til for å gi tilgang, venter 2 forespørsler på en
                        annen enn den som spurte. De faller bort om ingen svarer:
                        https://segl.example.no/tilganger/to-personer

                        Dette må noen se på:

                        - Dalen skule (310 451 207): ny enhet der ingen kan åpne post
                        - Fjordvik kommune (310 451 207): 4 oppgaver (enheten er slettet, og
                          noen har tilgang der; nøkkelrollen har skiftet)

                        Se hva som må gjøres:
                        https://segl.example.no/tilganger

                        13 fullmakter har stått så lenge at noen må si at det fortsatt er behov
                        for dem:

                        - Fjordvik kommune (310 451 207): 12 fullmakter
                        - Dalen skule (310 451 207): 1 fullmakt

                        Behold eller avslutt hver av dem:
                        https://segl.example.no/tilganger/gjennomgang

                        Meldingen nevner ingen personer. Hvem det gjelder, ser du når du har
                        logget inn. Den er sendt automatisk, og svar blir ikke lest.
                        """);
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatWaitsIsTold(Language language) {
        String requests = texts.access(language, new Duties(List.of(), List.of(), 1)).body();
        assertThat(requests)
                .contains("/tilganger/to-personer\n")
                .doesNotContain("/tilganger\n", "/tilganger/gjennomgang");
        for (Cause cause : Cause.values()) {
            Changed changed = new Changed("Qamarker", FJORDVIK, 1, List.of(cause));
            NoticeText mail = texts.access(language, new Duties(List.of(), List.of(changed), 0));
            assertThat(mail.subject()).hasSizeLessThanOrEqualTo(72).contains("1");
            assertThat(mail.body())
                    .contains("Qamarker (310 451 207): ", "/tilganger\n")
                    .doesNotContain("{", "}", "null", "/to-personer", "/gjennomgang");
        }
    }

    @Test
    void aLongListIsCutWithACountOfTheRest() {
        List<Waiting> units =
                IntStream.range(0, 200)
                        .mapToObj(i -> new Waiting("Eining " + i, FJORDVIK, 1, TODAY))
                        .toList();

        String body =
                texts.mail(
                                Notice.Kind.LONG_UNOPENED,
                                Language.NB,
                                new Filling(units, TODAY, OptionalLong.empty()))
                        .body();

        assertThat(body).contains("- Eining 29 ").doesNotContain("- Eining 30 ");
        assertThat(body).contains("… og 170 enheter til\n");
    }

    @ParameterizedTest
    @EnumSource
    void whereNobodyCanOpenTheStepsAreTold(Language language) {
        String body = texts.mail(Notice.Kind.NOBODY_CAN_OPEN, language, one(1, TODAY, 1)).body();

        assertThat(body)
                .contains("https://segl.example.no/tilganger/enhet/310451207\n")
                .contains("\n1. ", "\n2. ", "\n3. ", "\n4. ", "\n5. ");
        for (Notice.Kind other : Notice.Kind.values()) {
            assertThat(texts.mail(other, language, one(1, TODAY, 1)).body().contains("\n1. "))
                    .isEqualTo(other == Notice.Kind.NOBODY_CAN_OPEN);
        }
    }

    @Test
    void daysAreCountedInWords() {
        assertThat(body(0, 0)).contains("(today)").contains("follows up again today");
        assertThat(body(1, 1)).contains("(1 day)").contains("follows up again tomorrow");
        assertThat(body(2, 2)).contains("(2 days)").contains("follows up again in 2 days");
    }

    @Test
    void aNameIsOneLineOfVisibleSigns() {
        Waiting unit = new Waiting("A\r\nBcc: x\u202e \u0007\tB", FJORDVIK, 1, TODAY);

        assertThat(unit.name()).isEqualTo("A Bcc: x B");
        assertThat(new Waiting("å".repeat(500), FJORDVIK, 1, TODAY).name()).hasSize(120);
    }

    @Test
    void aNameIsNotAPattern() {
        Filling filling = filling(new Waiting("$1 {2} \\", FJORDVIK, 1, TODAY));

        assertThat(texts.mail(Notice.Kind.ARRIVED, Language.NB, filling).body())
                .contains("- $1 {2} \\ (310 451 207)");
    }

    @Test
    void anAddressIsOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NoticeTexts(URI.create("https://a.no/?to=you")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NoticeTexts(URI.create("https://" + "a".repeat(80))));
    }

    @Test
    void whatCannotBeIsNotTold() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Duties(List.of(), List.of(), 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Changed("A", FJORDVIK, 1, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> one(0, TODAY, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> one(1, TODAY.plusDays(1), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> one(1, TODAY, -1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Filling(List.of(), TODAY, OptionalLong.empty()));
    }

    private String body(int ago, int left) {
        return texts.mail(Notice.Kind.ARRIVED, Language.EN, one(1, TODAY.minusDays(ago), left))
                .body()
                .replaceAll("\\s+", " ");
    }

    static Filling filling(Waiting unit) {
        return new Filling(List.of(unit), TODAY, OptionalLong.of(1));
    }

    private static Filling one(int letters, LocalDate oldest, int left) {
        return new Filling(
                List.of(new Waiting("Fjordvik kommune", FJORDVIK, letters, oldest)),
                TODAY,
                OptionalLong.of(left));
    }
}

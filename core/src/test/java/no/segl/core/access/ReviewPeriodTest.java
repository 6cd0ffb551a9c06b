package no.segl.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import no.segl.core.access.AccessFact.ReviewPeriodSet;
import no.segl.core.access.Clearance.Denied;
import no.segl.core.access.Clearance.Ground;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.Right;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewPeriodTest {

    private static final OrgNumber UNIT = new OrgNumber("310451207");

    @ParameterizedTest
    @CsvSource({
        "YEARLY, 2026-12-31, 2026-01-01, 2027-01-01",
        "YEARLY, 2028-02-29, 2028-01-01, 2029-01-01",
        "HALF_YEARLY, 2026-06-30, 2026-01-01, 2026-07-01",
        "HALF_YEARLY, 2026-07-01, 2026-07-01, 2027-01-01",
        "QUARTERLY, 2026-11-15, 2026-10-01, 2027-01-01",
        "QUARTERLY, 2026-01-01, 2026-01-01, 2026-04-01"
    })
    void a_period_begins_with_the_calendar(
            ReviewPeriod period, LocalDate day, LocalDate first, LocalDate next) {
        assertThat(period.begin(day)).isEqualTo(first);
        assertThat(period.next(first)).isEqualTo(next);
    }

    @Test
    void only_who_administers_the_unit_decides() {
        var refused = new Denied(Ground.NO_GRANT, UNIT);
        assertThat(Reviewing.set(UNIT, ReviewPeriod.QUARTERLY, refused).facts()).isEmpty();
        assertThat(Reviewing.set(UNIT, ReviewPeriod.QUARTERLY, refused).reply())
                .isEqualTo(new Granting.Reply.Refused(refused));
        assertThat(
                        Reviewing.set(
                                        UNIT,
                                        ReviewPeriod.QUARTERLY,
                                        new Clearance.Cleared(new Right("grant", "administer")))
                                .facts())
                .isEqualTo(List.of(new ReviewPeriodSet(UNIT, ReviewPeriod.QUARTERLY)));
    }
}

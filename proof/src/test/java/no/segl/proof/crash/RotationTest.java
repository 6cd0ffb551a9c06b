package no.segl.proof.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import no.segl.proof.crash.Rotation.Turn;
import org.junit.jupiter.api.Test;

/** Every place has its day. */
class RotationTest {

    private static Set<Turn> turns(long from, int days) {
        return LongStream.range(from, from + days)
                .boxed()
                .flatMap(day -> Rotation.of(day).stream())
                .collect(Collectors.toSet());
    }

    @Test
    void someDaysInARowGoThroughEveryPlaceWithEitherDeath() {
        int each = Place.values().length;
        int days = Math.ceilDiv(each, Rotation.EACH_DAY);
        for (long from : new long[] {0, 1, 20_789}) {
            assertThat(turns(from, days)).extracting(Turn::place).contains(Place.values());
            int both = Math.ceilDiv(2 * each, Rotation.EACH_DAY);
            assertThat(turns(from, both)).hasSize(2 * each);
        }
    }
}

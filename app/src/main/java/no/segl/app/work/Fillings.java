package no.segl.app.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import no.segl.app.notice.Filling;
import no.segl.app.store.DueNotices.Due;
import no.segl.core.day.WorkingDays;
import no.segl.core.id.OrgNumber;

/** What is told in one message of several notices: where letters wait, how many, and since when. */
final class Fillings {

    private Fillings() {}

    static Filling of(List<Due> notices, Instant now) {
        Map<OrgNumber, List<Due>> units =
                notices.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Due::recipient, LinkedHashMap::new, Collectors.toList()));
        return new Filling(
                units.values().stream().map(Fillings::waiting).toList(),
                day(now),
                OptionalLong.empty());
    }

    private static Filling.Waiting waiting(List<Due> notices) {
        Due oldest = notices.getFirst();
        long letters = notices.stream().map(Due::letter).distinct().count();
        return new Filling.Waiting(
                oldest.recipientName(),
                oldest.recipient(),
                Math.toIntExact(letters),
                day(oldest.availableAt()));
    }

    private static LocalDate day(Instant at) {
        return at.atZone(WorkingDays.NORWAY).toLocalDate();
    }
}

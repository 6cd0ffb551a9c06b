package no.segl.core.readiness;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.segl.core.access.Category;
import no.segl.core.id.OrgNumber;
import no.segl.core.party.UnitKind;
import no.segl.core.readiness.Readiness.Verdict;

/** How it stands with every category at every unit of a tree, at one instant. */
public record Survey(List<Place> places) {

    /** What has a gap comes first, then by name. */
    private static final Comparator<Cursor> ORDER =
            Comparator.comparing(Cursor::gap, Comparator.reverseOrder())
                    .thenComparing(c -> c.name().toLowerCase(Locale.ROOT))
                    .thenComparing(Cursor::unit);

    public Survey {
        places = List.copyOf(places);
    }

    /**
     * One unit and category.
     *
     * @param holders how many people can open
     * @param waiting how many letters lie unopened there
     */
    public record Cell(Readiness readiness, long holders, long waiting) {

        /** Whether it is anything else than ready: not known is a gap, too. */
        public boolean isGap() {
            return !readiness.isReady();
        }
    }

    /**
     * One unit.
     *
     * @param above the name of the unit above it; empty for a main unit
     * @param cells one for each category, in the order in which they are shown
     */
    public record Place(
            OrgNumber unit, String name, UnitKind kind, Optional<String> above, List<Cell> cells) {

        public Place {
            cells = List.copyOf(cells);
        }

        /** Whether it is ready for every category. */
        public boolean isReady() {
            return cells.stream().noneMatch(Cell::isGap);
        }

        private boolean has(Verdict verdict) {
            return cells.stream().anyMatch(c -> c.readiness().verdict() == verdict);
        }

        private boolean isCalled(String text) {
            return text.isEmpty()
                    || unit.value().startsWith(text)
                    || name.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
        }

        private Cursor cursor() {
            return new Cursor(!isReady(), name, unit);
        }
    }

    /** A place in the order of the list. */
    private record Cursor(boolean gap, String name, OrgNumber unit) {}

    /**
     * In figures.
     *
     * @param units how many units
     * @param ready how many of them are ready for every category
     * @param cells how many units times categories
     * @param verdicts how many of those stand in each way; each verdict is there
     * @param unitsWith at how many units some category stands in each way; each is there
     * @param onlyOne how many only one person can open
     * @param stuck how many letters lie where nobody can open them
     */
    public record Figures(
            long units,
            long ready,
            long cells,
            Map<Verdict, Long> verdicts,
            Map<Verdict, Long> unitsWith,
            long onlyOne,
            long stuck) {

        /** How many units times categories are not ready. */
        public long gaps() {
            return cells - verdicts.getOrDefault(Verdict.READY, 0L);
        }
    }

    /** A part of the list; {@code next} is the {@code after} of the one that follows. */
    public record Page(List<Place> places, Optional<String> next) {}

    /**
     * The part that is about one category, and units of that name.
     *
     * @param category empty for all
     * @param text part of a name, or the beginning of a number; empty for all
     */
    public Survey about(Optional<Category> category, String text) {
        return new Survey(
                places.stream()
                        .filter(p -> p.isCalled(text))
                        .map(p -> category.map(c -> only(p, c)).orElse(p))
                        .toList());
    }

    private static Place only(Place place, Category category) {
        return new Place(
                place.unit(),
                place.name(),
                place.kind(),
                place.above(),
                place.cells().stream()
                        .filter(c -> c.readiness().category().equals(category))
                        .toList());
    }

    /** What there is of it. */
    public Figures figures() {
        Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
        Map<Verdict, Long> unitsWith = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            verdicts.put(verdict, cells().filter(c -> c.readiness().verdict() == verdict).count());
            unitsWith.put(verdict, places.stream().filter(p -> p.has(verdict)).count());
        }
        return new Figures(
                places.size(),
                places.stream().filter(Place::isReady).count(),
                cells().count(),
                verdicts,
                unitsWith,
                cells().filter(c -> c.holders() == 1).count(),
                cells().filter(c -> c.holders() == 0).mapToLong(Cell::waiting).sum());
    }

    private Stream<Cell> cells() {
        return places.stream().flatMap(p -> p.cells().stream());
    }

    /**
     * Units in the order of the list, those with gaps first.
     *
     * @param gap which cells make a unit shown; empty for every unit
     * @param after where the part before this ended
     */
    public Page page(Optional<Predicate<Cell>> gap, Optional<String> after, int limit) {
        Optional<Cursor> from = after.flatMap(this::cursor);
        List<Place> found =
                places.stream()
                        .filter(p -> gap.map(g -> p.cells().stream().anyMatch(g)).orElse(true))
                        .filter(p -> from.map(f -> ORDER.compare(p.cursor(), f) > 0).orElse(true))
                        .sorted(Comparator.comparing(Place::cursor, ORDER))
                        .limit(limit + 1L)
                        .toList();
        if (found.size() <= limit) {
            return new Page(found, Optional.empty());
        }
        List<Place> shown = found.subList(0, limit);
        Place last = shown.getLast();
        return new Page(
                List.copyOf(shown),
                Optional.of((last.isReady() ? "k" : "h") + last.unit().value()));
    }

    /** Where the list had come to: in the group in which the unit stood then. */
    private Optional<Cursor> cursor(String text) {
        return !text.matches("[hk][0-9]{9}")
                ? Optional.empty()
                : OrgNumber.parse(text.substring(1))
                        .flatMap(number ->
                                places.stream()
                                        .filter(p -> p.unit().equals(number))
                                        .findFirst()
                                        .map(p ->
                                                new Cursor(
                                                        text.charAt(0) == 'h', p.name(), number)));
    }
}

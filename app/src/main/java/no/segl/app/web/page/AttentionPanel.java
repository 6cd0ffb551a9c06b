package no.segl.app.web.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.access.Power;

/**
 * What somebody must see to.
 *
 * @param items the first of it
 * @param total how much there is
 */
public record AttentionPanel(List<Item> items, long total) {

    /** Nothing. */
    public static final AttentionPanel NOTHING = new AttentionPanel(List.of(), 0);

    /**
     * One thing.
     *
     * @param cause why: the key of the words
     * @param grant the grant that has lost its ground, or leaves nobody, if it is one
     */
    public record Item(String cause, Party unit, Optional<Instant> since, Optional<Lost> grant) {

        /** Where it is seen to. */
        public String href() {
            return switch (cause) {
                case "UNIT_MERGED" -> TakeOverPage.of(unit);
                case "CHECK_WRONG", "CHECK_EXPIRED", "CHECK_NEVER" -> CheckPage.LIST;
                default -> AccessPage.of(unit.number());
            };
        }

        /** Whether nobody can open a category there, or soon nobody can: give somebody access. */
        public boolean isWithoutReader() {
            return cause.equals("LEFT_WITHOUT_READER") || cause.equals("ENDS_WITHOUT_READER");
        }

        /** Whether the grant has not ended. */
        public boolean isHeld() {
            return !cause.equals("LEFT_WITHOUT_READER");
        }

        /** Whether it is enough to say that the grant is still needed. */
        public boolean mayConfirm() {
            return cause.equals("KEY_ROLE_CHANGED") || cause.equals("UNIT_MOVED");
        }
    }

    /**
     * A grant that has lost its ground, or leaves nobody when it ends.
     *
     * @param until when it ends or ended, if it does
     * @param category the category's name; empty for another power than to read
     * @param mayEnd whether the viewer may end or confirm it
     */
    public record Lost(
            UUID id,
            Person person,
            Power power,
            Optional<String> category,
            Optional<Instant> until,
            boolean mayEnd) {}
}

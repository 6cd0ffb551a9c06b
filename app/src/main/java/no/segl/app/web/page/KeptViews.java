package no.segl.app.web.page;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The questions that are kept for a list of letters, and the form that keeps another.
 *
 * @param kept those that the viewer sees, by name
 * @param units with whose followers another can be shared
 * @param name the name that was filled in
 * @param unit the unit that was chosen; empty for none
 * @param trouble a code for why it was not kept
 */
public record KeptViews(
        List<Kept> kept, List<Party> units, String name, String unit, Optional<String> trouble) {

    /** Nothing is kept, and nothing can be. */
    public static final KeptViews NONE =
            new KeptViews(List.of(), List.of(), "", "", Optional.empty());

    /**
     * A question that is kept.
     *
     * @param shared the unit's name, if it is shared with those who follow its letters
     * @param href leads to its letters
     * @param here whether it is what is shown now
     */
    public record Kept(UUID id, String name, Optional<String> shared, String href, boolean here) {}
}

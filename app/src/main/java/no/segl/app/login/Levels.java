package no.segl.app.login;

import java.util.Optional;
import no.segl.core.access.Level;
import org.jspecify.annotations.Nullable;

/**
 * Which level a login must reach for what, and how the provider names the levels in {@code acr}.
 *
 * @param content for opening and reading letters
 * @param overview for being logged in at all
 * @param high the provider's name for {@link Level#HIGH}
 * @param substantial the provider's name for {@link Level#SUBSTANTIAL}
 */
public record Levels(Level content, Level overview, String high, String substantial) {

    /** What ID-porten calls them, and the highest for everything. */
    public static final Levels IDPORTEN =
            new Levels(Level.HIGH, Level.HIGH, "idporten-loa-high", "idporten-loa-substantial");

    /** The level that a token states; the lowest if it states none that is known. */
    public Level of(@Nullable String acr) {
        if (high.equals(acr)) {
            return Level.HIGH;
        }
        return substantial.equals(acr) ? Level.SUBSTANTIAL : Level.LOW;
    }

    /** What to ask the provider for; empty if any login will do. */
    public Optional<String> acr(Level level) {
        return switch (level) {
            case HIGH -> Optional.of(high);
            case SUBSTANTIAL -> Optional.of(substantial);
            case LOW -> Optional.empty();
        };
    }

    /** The level that a login at the registration of that id must reach. */
    public Level needed(String registration) {
        return registration.equals(LoginProvider.ID) ? overview : content;
    }
}

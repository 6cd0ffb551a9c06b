/**
 * The product put together: settings in, a running Segl out.
 *
 * <p>{@link no.segl.app.wiring.Wiring} is the one page on which every part is made and handed to
 * those that need it. {@link no.segl.app.wiring.Settings} says all that is wrong with the settings
 * at once. Nothing here decides anything about letters.
 */
@NullMarked
package no.segl.app.wiring;

import org.jspecify.annotations.NullMarked;

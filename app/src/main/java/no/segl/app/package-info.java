/**
 * The shell around the core: the only place with frameworks, SQL, HTTP, clocks and secrets.
 *
 * <p>Input comes in through {@code api}, {@code web}, {@code login} and {@code work}, and becomes a
 * command. The core decides, {@code store} commits what it decided, and {@code connect} acts
 * outside afterwards. What Segl decides, and why, is not known here.
 */
@NullMarked
package no.segl.app;

import org.jspecify.annotations.NullMarked;

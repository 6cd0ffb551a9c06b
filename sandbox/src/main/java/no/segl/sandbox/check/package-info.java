/**
 * Behind {@code ./segl sandbox-check}: whether the sandbox answers as the published descriptions of
 * the real ones say.
 *
 * <p>It is run beside the project, with a folder of descriptions (OpenAPI) that lie elsewhere: no
 * build and no test needs them. Where the real code is known to differ from its own description,
 * the difference is listed, with a reason, and must be seen. It knows the sandbox as any client
 * does, by its answers.
 */
@NullMarked
package no.segl.sandbox.check;

import org.jspecify.annotations.NullMarked;

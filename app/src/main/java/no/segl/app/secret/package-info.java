/**
 * Secrets in files: passwords and keys that only the user who runs Segl may read.
 *
 * <p>A secret is made once, whole or not at all, and is refused when others can read its file. This
 * package knows how such a file is kept, and nothing of what the secret is for.
 */
@NullMarked
package no.segl.app.secret;

import org.jspecify.annotations.NullMarked;

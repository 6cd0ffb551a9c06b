/**
 * The vault: where the contents of letters lie, sealed.
 *
 * <p>A {@link no.segl.app.vault.Vault} holds ciphertext by name, as files or in S3, and never sees
 * a key. A {@link no.segl.app.vault.Sealer} stands before it: it seals documents on the way in and
 * opens them on the way out, in constant memory, with one {@link no.segl.app.vault.DataKey} per
 * letter. A {@link no.segl.app.vault.KeyWrapper} wraps data keys under a key that is kept
 * elsewhere: in a {@link no.segl.app.vault.KeysetFile} or a key management system. Plaintext is
 * never on disk.
 *
 * <p>The vault refuses to know who may open a letter, what a document is called or is about, and
 * which objects the store still names: it is told. It reads no clock.
 */
@NullMarked
package no.segl.app.vault;

import org.jspecify.annotations.NullMarked;

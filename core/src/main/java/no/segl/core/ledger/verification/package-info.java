/**
 * Finding out whether a ledger still is what it was: what was edited, dropped, moved, doubled, put
 * in or cut off, by name.
 *
 * <p>It takes a ledger line by line, from anywhere, and keeps only a little for each chain, so that
 * millions of entries need no more memory than a few. After a break it goes on from what stands
 * there, so that one change gives one finding and not one for every entry that follows. It trusts
 * nothing but the public keys it is given, and says how far the checkpoints reach and so what it
 * cannot know. It knows no file format, repairs nothing, and never guesses who did it.
 */
@NullMarked
package no.segl.core.ledger.verification;

import org.jspecify.annotations.NullMarked;

/**
 * Segl is killed, again and again, in the middle of what it does, and nothing may come of it: no
 * accepted letter is lost, none is doubled, no document lacks its key, and the ledger verifies.
 *
 * <p>Segl runs as a process of its own and is ended with SIGKILL, alone or together with its
 * database. To die at a named place it is wired as always, but for its outermost ports: a vault, a
 * transaction manager, a JDBC template and a key wrapper that stop dead when told to and do nothing
 * else. The product knows nothing of this. After each restart its clients do what real ones would:
 * they ask again, with the same idempotency key. What the kernel keeps in memory outlives a kill:
 * that it also lies on the disk when the power goes is for fsync, and not shown here.
 */
@NullMarked
package no.segl.proof.crash;

import org.jspecify.annotations.NullMarked;

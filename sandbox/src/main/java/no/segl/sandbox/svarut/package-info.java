/**
 * SvarUT: letters that are sent to organisations, persons and paper, by accounts (kontoer).
 *
 * <p>{@link no.segl.sandbox.svarut.SvarUtWorld} is all letters and what happens to them, in plain
 * Java. {@link no.segl.sandbox.svarut.SvarUtDoor} answers HTTP from it. There is no list and no
 * word of what is unread: whoever sends must keep the ids, and ask. Its letters to organisations go
 * through Altinn, of which it knows only an {@link no.segl.sandbox.svarut.Carrier}. After lesefrist
 * an account decides whether a letter that nobody opened is printed, or nothing happens at all.
 */
@NullMarked
package no.segl.sandbox.svarut;

import org.jspecify.annotations.NullMarked;

/**
 * Shows that the vault gives back exactly what it was given, or says that it cannot.
 *
 * <p>One contract runs on files and on S3; bytes are changed, cut and moved one by one; keys turn
 * while other processes use them. Only what a caller can see is asked for: nothing here knows who
 * may read a letter. What needs another process gets a real one.
 */
@NullMarked
package no.segl.app.vault;

import org.jspecify.annotations.NullMarked;

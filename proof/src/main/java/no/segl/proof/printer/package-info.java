/**
 * Stand-ins for a printing house, for the demo, for simulations and for tests.
 *
 * <p>{@link no.segl.proof.printer.FakePrinter} is one in memory. {@link
 * no.segl.proof.printer.SftpHouse} is one behind a real SFTP server with folders on a disk; its
 * workshop takes jobs up and writes receipts when it is told to, and its line breaks where it is
 * told to. They print nothing, and know nothing of Segl but the form of its folders.
 */
@NullMarked
package no.segl.proof.printer;

import org.jspecify.annotations.NullMarked;

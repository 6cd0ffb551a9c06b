/**
 * The way out to paper: makes the print file of a letter, and hands it over to a printer.
 *
 * <p>{@link no.segl.app.connect.printer.PaperMaker} puts a sheet with the addresses before the
 * letter's documents, or says why the letter cannot be printed. What it works on lies in memory, or
 * sealed in a file that has no name. {@link no.segl.app.connect.printer.Printer} is the port;
 * {@link no.segl.app.connect.printer.SftpPrinter} hands a job over by SFTP, so that it is seen
 * whole or not at all and gets there once. The package decides nothing about print jobs, keeps
 * nothing, and logs nothing of what it prints.
 */
@NullMarked
package no.segl.app.connect.printer;

import org.jspecify.annotations.NullMarked;

/**
 * The commands as somebody at a terminal meets them: what they print, and the code they end with.
 * They are run through the real command line, on real files. Nothing here knows what a command does
 * inside.
 */
@NullMarked
package no.segl.app.command;

import org.jspecify.annotations.NullMarked;

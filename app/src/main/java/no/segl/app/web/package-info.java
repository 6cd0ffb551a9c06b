/**
 * The web: what a person meets in a browser.
 *
 * <p>A controller turns a request into a question or a command, and its answer into a page record
 * of {@code web.page}, which is written to HTML. Nothing here decides who may see what: that is
 * settled before a page record exists. Pages work without JavaScript; scripts only make them
 * smoother.
 */
@NullMarked
package no.segl.app.web;

import org.jspecify.annotations.NullMarked;

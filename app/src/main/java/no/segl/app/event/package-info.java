/**
 * The form in which what happened is told to machines: CloudEvents 1.0 as JSON, alike in the feed
 * that they read and in what is sent to them.
 *
 * <p>An event has the same id, cursor and content wherever it is met, so that whoever gets it twice
 * knows it again. It holds what {@code no.segl.core.evidence.News} lets it, and adds nothing: no
 * person, no title, no content. It refuses to know who asks, and how it travels.
 */
@NullMarked
package no.segl.app.event;

import org.jspecify.annotations.NullMarked;

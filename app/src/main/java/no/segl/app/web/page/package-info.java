/**
 * Pages: one record per page, with all that its template needs.
 *
 * <p>A record holds plain values that are already allowed to be seen; a template only lays them
 * out, and looks nothing up. The words of the pages are in three catalogues with the same keys,
 * Bokmål, Nynorsk and English; dates, ages and sizes are written as people write them, in
 * Europe/Oslo. All output is escaped for its place by the template engine, and no template writes
 * raw HTML. This package knows no request, no session, no SQL and no clock: the time comes in the
 * {@link no.segl.app.web.page.Shell}.
 */
@NullMarked
package no.segl.app.web.page;

import org.jspecify.annotations.NullMarked;

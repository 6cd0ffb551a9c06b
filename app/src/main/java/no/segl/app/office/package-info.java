/**
 * The post office's counter: what the API and the pages both hand in, done in the right order.
 *
 * <p>Documents are sealed in the vault before the commit that names them; content is opened only
 * after the commit that says so. When it is not known whether a commit happened, nothing is taken
 * away: what turns out to belong to nobody is swept later. The rules themselves are in {@code
 * core}, the transactions in {@code store}; this package knows neither HTTP nor SQL.
 */
@NullMarked
package no.segl.app.office;

import org.jspecify.annotations.NullMarked;

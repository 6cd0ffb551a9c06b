/**
 * The pages, looked at in every language and state.
 *
 * <p>Each page is made from invented data, checked as text, and shown to a real browser with its
 * real styles and scripts, in light and dark, narrow and wide. No server of Segl's runs here, so
 * nothing is known of logins, letters or the database.
 */
@NullMarked
package no.segl.app.web.page;

import org.jspecify.annotations.NullMarked;

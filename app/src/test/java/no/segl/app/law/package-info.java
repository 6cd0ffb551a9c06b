/**
 * Holds the code's citations of law and the folder {@code docs/law} to each other.
 *
 * <p>A citation is the word {@code law}, a colon, a space and the name of a file in that folder; it
 * stands in a comment or in a value of a rule table. The check reads sources and documents as text.
 * It does not know what a paragraph means, or whether the code that cites it is right.
 */
@NullMarked
package no.segl.app.law;

import org.jspecify.annotations.NullMarked;

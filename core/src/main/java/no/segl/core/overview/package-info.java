/**
 * The watch: which letters are asked for, and how long they have lain.
 *
 * <p>A {@link Question} is what a person types, a figure links to, a view keeps and a machine asks;
 * {@link QuestionReader} reads and writes it in words. {@link Age} says what a day is. The package
 * answers nothing: what letters there are is the store's to find, and whose they may be is decided
 * where access is. It knows no carrier: a letter has the same states wherever it was seen.
 */
@NullMarked
package no.segl.core.overview;

import org.jspecify.annotations.NullMarked;

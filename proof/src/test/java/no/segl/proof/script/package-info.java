/**
 * The script {@code segl} and the wrapper {@code mvnw}, run as a person would run them.
 *
 * <p>Only what needs no build is tried here: help, mistakes, and machines that lack something. Such
 * a machine is made by telling the scripts where not to look. What happens when all is there, every
 * run of the tests shows by itself.
 */
@NullMarked
package no.segl.proof.script;

import org.jspecify.annotations.NullMarked;

package no.segl.app.store;

import no.segl.core.deadline.Rules;
import no.segl.core.letter.Care;
import no.segl.core.letter.Letter;

/**
 * A letter that a transaction holds.
 *
 * @param care who at the recipient has it, and whether they are done with it
 * @param destroyed whether its content has been destroyed
 * @param rules the version of the rule table that it follows
 * @param anew whether it is to be looked at anew, whenever it was to be looked at next
 */
public record HeldLetter(Letter letter, Care care, boolean destroyed, Rules rules, boolean anew) {}

package no.segl.core.deadline;

import java.time.Instant;

/**
 * When a letter is next looked at.
 *
 * @param reason why it is due
 * @param owner who answers for it then
 * @param paragraph the paragraph it fulfils: the name of a file in docs/law
 */
public record NextLook(Instant at, Reason reason, Rules.Owner owner, String paragraph) {}

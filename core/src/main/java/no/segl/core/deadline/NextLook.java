package no.segl.core.deadline;

import java.time.Instant;

/**
 * When a letter is next looked at.
 *
 * @param reason the rule that makes it due
 * @param owner who answers for it then
 */
public record NextLook(Instant at, Rules.Rule reason, Rules.Owner owner) {}

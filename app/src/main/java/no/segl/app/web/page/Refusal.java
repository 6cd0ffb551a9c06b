package no.segl.app.web.page;

import java.time.Instant;

/**
 * Somebody tried to open a letter and was refused.
 *
 * @param at when
 * @param who a name to those who may see it, otherwise a pseudonym
 * @param why the reason, in the page's language
 */
public record Refusal(Instant at, String who, String why) {}

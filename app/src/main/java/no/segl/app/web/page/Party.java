package no.segl.app.web.page;

import no.segl.core.id.OrgNumber;

/**
 * An organisation or one of its units, as shown.
 *
 * @param name its registered name
 * @param number its organisation number
 */
public record Party(String name, OrgNumber number) {}

package no.segl.core.register;

import java.util.Optional;
import no.segl.core.party.Unit;

/**
 * A unit as Segl knows it.
 *
 * @param form its organisation form; empty if the register has never been asked about it
 * @param dissolved whether the register has said that it is gone
 */
public record Known(Unit unit, Optional<String> form, boolean dissolved) {}

package no.segl.sandbox.events;

import java.net.URI;
import tools.jackson.databind.JsonNode;

/**
 * An event on its way to one address.
 *
 * @param attempt which it is, from 1
 */
public record Push(int subscription, URI to, JsonNode event, int attempt) {}

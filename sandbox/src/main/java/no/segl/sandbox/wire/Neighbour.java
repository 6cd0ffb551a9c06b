package no.segl.sandbox.wire;

/** Somebody who answers. */
@FunctionalInterface
public interface Neighbour {

    /** The answer; a neighbour has no failures but those that it answers with. */
    Answer answer(Request request);
}

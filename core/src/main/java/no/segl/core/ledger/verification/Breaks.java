package no.segl.core.ledger.verification;

/** How many breaks, in all chains together, are remembered for the end. */
final class Breaks {

    /** Beyond it a hostile file could fill the memory; by then nobody needs them told apart. */
    private static final int MAX = 20_000;

    private int count;

    /** Whether there is room for another, which is then taken. */
    boolean another() {
        if (count < MAX) {
            count++;
            return true;
        }
        return false;
    }
}

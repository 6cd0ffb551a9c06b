package no.segl.proof.door;

/**
 * What is answered at a door.
 *
 * @param title whether the letter's title is in it
 * @param document whether what stands in its document is in it
 * @param done whether the ledger says that something was done
 * @param met whether it leads on, and what was asked for is so, of which the ledger says nothing
 */
record Answer(int status, boolean title, boolean document, boolean done, boolean met) {

    /**
     * Reads it as it stands in {@code doors.txt}: {@code 200t}.
     *
     * @throws IllegalArgumentException if it is no such thing
     */
    static Answer parse(String text) {
        if (!text.matches("[1-5][0-9]{2}t?d?!?|30[23][+]")) {
            throw new IllegalArgumentException("'" + text + "' is no answer");
        }
        String marks = text.substring(3);
        return new Answer(
                Integer.parseInt(text.substring(0, 3)),
                marks.contains("t"),
                marks.contains("d"),
                marks.contains("!"),
                marks.contains("+"));
    }

    /** Whether somebody had what the route is for. */
    boolean isSuccess() {
        return done || met || (status >= 200 && status < 300);
    }

    @Override
    public String toString() {
        return status
                + (title ? "t" : "")
                + (document ? "d" : "")
                + (done ? "!" : "")
                + (met ? "+" : "");
    }
}

package no.segl.proof.tidy;

/**
 * One thing to mend.
 *
 * @param path the file, from the root of the house
 * @param line its line, from 1
 * @param what what is wrong and what to do instead
 */
record Finding(String path, int line, String what) {

    @Override
    public String toString() {
        return path + ":" + line + ": " + what;
    }
}

package no.segl.proof.tidy;

import java.util.stream.Stream;

/** One habit of the house. */
interface Rule {

    /** What in {@code file} breaks the habit; {@code house} tells what else there is. */
    Stream<Finding> look(HouseFile file, House house);
}

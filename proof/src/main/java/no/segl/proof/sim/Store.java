package no.segl.proof.sim;

import java.util.random.RandomGenerator;

/** A store that a history can run on: it is written to as Segl does, and read as the watch does. */
interface Store extends Post, Books {

    /** Makes an empty one. */
    interface Maker {

        /**
         * Makes it.
         *
         * @param rules the version of the rule table that new letters follow
         * @param dice what ids are drawn from
         */
        Store make(Rulings rulings, int rules, RandomGenerator dice);
    }
}

package no.segl.proof.crash;

/** What dies. */
enum Death {
    /** Segl's process; its database is left behind and goes on. */
    OF_THE_NODE,
    /** Segl's process and every process of its database, as when a machine is unplugged. */
    OF_THE_MACHINE
}

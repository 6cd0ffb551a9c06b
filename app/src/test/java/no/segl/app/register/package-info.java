/**
 * Tests of reading what the register writes, without a register: only what its answers could hold
 * and do not. What a whole register answers is tested over HTTP, in the proof module. Nothing here
 * asks anybody.
 */
@NullMarked
package no.segl.app.register;

import org.jspecify.annotations.NullMarked;

/**
 * The walls of the house: which package may know which, held by ArchUnit.
 *
 * <p>{@link no.segl.app.walls.CoreWalls} and {@link no.segl.app.walls.AppWalls} state them, one
 * constant for each, with the reason. The house is held to all of them; and each is proved to bite,
 * by compiling a few lines that break it. A wall for a package that does not stand yet is allowed
 * to have nothing to say. Nothing here knows how a class works inside.
 */
@NullMarked
package no.segl.app.walls;

import org.jspecify.annotations.NullMarked;

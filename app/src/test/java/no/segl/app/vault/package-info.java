@org.jspecify.annotations.NullMarked
package no.segl.app.vault;

@org.jspecify.annotations.NullMarked
package no.segl.proof;

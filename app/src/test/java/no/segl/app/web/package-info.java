/**
 * Tests of what the pages make of what people enter, without a server. The pages themselves are
 * looked at in {@code page}, and as a whole in proof. They know nothing of HTTP.
 */
@NullMarked
package no.segl.app.web;

import org.jspecify.annotations.NullMarked;

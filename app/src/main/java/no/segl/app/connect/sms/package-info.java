/**
 * Text messages, out and back, by way of a gateway.
 *
 * <p>{@link no.segl.app.connect.sms.Sms} is the port; {@link no.segl.app.connect.sms.HttpSms}
 * speaks to a gateway in one small form of JSON over HTTP, which docs/operate/notices.md describes
 * and which a few lines can put in front of any other gateway. An outcome is what the gateway said
 * and no more: accepted, refused with a code, or unknown where the answer did not come. What became
 * of messages is asked for, from where the last answer ended. No number or text is logged or put in
 * an exception. The package does not know what a notice is, or when a telephone may ring.
 */
@NullMarked
package no.segl.app.connect.sms;

import org.jspecify.annotations.NullMarked;

package no.segl.app.wiring;

import no.segl.app.connect.mail.Mail;

/**
 * No way out for notices. They are tried as if the relay were down, so that they become cases for a
 * person instead of lying in silence.
 */
final class NoMail implements Mail {

    @Override
    public Round begin() {
        return new Round() {
            @Override
            public Outcome send(Message message) {
                return new Refused(Refused.NO_CONNECTION, false);
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }
}

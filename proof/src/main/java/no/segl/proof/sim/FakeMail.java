package no.segl.proof.sim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import no.segl.app.connect.mail.Mail;

/**
 * A relay that may be away, loses answers before or after it has taken a message over, and sends
 * some back hours later, once, twice or, where an answer was lost, for a message that nobody knows
 * was sent.
 */
final class FakeMail {

    private final SplittableRandom random;
    private final List<Bounce> bounces = new ArrayList<>();
    private boolean away;
    private boolean flaky;

    /** What an address does. */
    enum Address {
        TAKES,
        REFUSES,
        BOUNCES
    }

    /** A message on its way back. */
    private record Bounce(Duration at, UUID message) {}

    FakeMail(long seed) {
        this.random = new SplittableRandom(seed ^ 0x6d61696cL);
    }

    void breakDown(boolean isAway) {
        away = isAway;
        flaky = !isAway;
    }

    void mend() {
        away = false;
        flaky = false;
    }

    /** As {@link #send}, where nothing is told of what became of it later. */
    Mail.Outcome sendOnce(UUID message, String address, Duration at) {
        Mail.Outcome outcome = send(message, address, at);
        bounces.clear();
        return outcome;
    }

    Mail.Outcome send(UUID message, String address, Duration at) {
        if (away) {
            return new Mail.Refused(Mail.Refused.NO_CONNECTION, false);
        }
        int luck = flaky ? random.nextInt(4) : 3;
        if (luck == 0) {
            return new Mail.Unknown();
        }
        if (luck == 1) {
            return new Mail.Refused("451 4.3.0", false);
        }
        if (address.startsWith(Address.REFUSES.name())) {
            return new Mail.Refused("550 5.1.1", true);
        }
        if (address.startsWith(Address.BOUNCES.name())) {
            for (int times = 1 + random.nextInt(2); times > 0; times--) {
                bounces.add(new Bounce(at.plusMinutes(random.nextInt(3_000)), message));
            }
            bounces.sort(Comparator.comparing(Bounce::at));
        }
        return luck == 2 ? new Mail.Unknown() : new Mail.Done();
    }

    /** When the next message is back. */
    Optional<Duration> next() {
        return bounces.isEmpty() ? Optional.empty() : Optional.of(bounces.getFirst().at());
    }

    /** A message that is back; it stays until {@link #taken}. */
    Optional<UUID> back(Duration now) {
        return bounces.isEmpty() || bounces.getFirst().at().compareTo(now) > 0
                ? Optional.empty()
                : Optional.of(bounces.getFirst().message());
    }

    void taken(UUID message) {
        for (int i = 0; i < bounces.size(); i++) {
            if (bounces.get(i).message().equals(message)) {
                bounces.remove(i);
                return;
            }
        }
    }
}

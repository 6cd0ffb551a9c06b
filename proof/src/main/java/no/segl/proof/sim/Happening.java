package no.segl.proof.sim;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Sending.Response;

/**
 * One thing that people or the world do in a history. Each stands for itself: a history from which
 * one is taken away is still a history, which is how a failing one is shortened.
 */
sealed interface Happening {

    /** When, from the beginning of the history, by a clock that nobody moves. */
    Duration at();

    /** Whether it is the world that misbehaves. */
    default boolean isFault() {
        return switch (this) {
            case Send _,
                    Release _,
                    Report _,
                    Work _,
                    Ask _,
                    Visit _,
                    Close _,
                    Give _,
                    End _,
                    Enter _,
                    Print _,
                    NewRules _,
                    Move _ ->
                    false;
            case MailBroken _,
                    PrinterBroken _,
                    VaultBroken _,
                    LookBroken _,
                    Crash _,
                    Stall _,
                    Jump _,
                    ClockOff _ ->
                    true;
        };
    }

    /** Whether somebody asks it of Segl. */
    default boolean isAsked() {
        return !isFault() && !(this instanceof NewRules);
    }

    /**
     * A case system sends.
     *
     * @param key its idempotency key, by which the letters are named
     * @param from the index of a unit
     * @param to the indexes of units
     * @param times how many times it asks, as when an answer was lost
     * @param notReady what it wants done where nobody can open it
     */
    record Send(
            Duration at,
            String key,
            int from,
            List<Integer> to,
            boolean childWelfare,
            int times,
            Response notReady)
            implements Happening {}

    /** A sender lets go what was held back. */
    record Release(Duration at, String key, int recipient) implements Happening {}

    /** A person says that a letter is not for them. */
    record Report(Duration at, String key, int recipient, int who) implements Happening {}

    /** What a person can do about a case. */
    enum Deed {
        TAKE,
        GIVE,
        GIVE_BACK,
        PUT_OFF,
        CLOSE
    }

    /** A person does something about what a letter is a case for. */
    record Work(Duration at, String key, int recipient, int which, int who, Deed deed)
            implements Happening {}

    /** A person asks to open a letter, rightly or not. */
    record Ask(Duration at, String key, int recipient, int who) implements Happening {}

    /** A person opens all that waits at their unit. */
    record Visit(Duration at, int who) implements Happening {}

    /** The sender takes a letter back, or a person settles it. */
    record Close(Duration at, String key, int recipient, boolean settle) implements Happening {}

    /** A person is given access to read at a unit. */
    record Give(Duration at, int who, int unit, boolean childWelfare, Optional<Duration> until)
            implements Happening {}

    /** What a person has been given at a unit ends. */
    record End(Duration at, int who, int unit) implements Happening {}

    /** An address is entered, of a person or a unit. */
    record Enter(
            Duration at,
            boolean person,
            int which,
            FakeMail.Address address,
            Notice.Channel channel)
            implements Happening {}

    /** Somebody goes through what is to go on paper. */
    record Print(Duration at, boolean byHand) implements Happening {}

    /** A later version of the rule table holds from now on. */
    record NewRules(Duration at) implements Happening {}

    /** The register says that a unit stands beneath another main unit; it may say so twice. */
    record Move(Duration at, int unit, int parent, int times) implements Happening {}

    /** The relay is away, or loses every other answer. */
    record MailBroken(Duration at, Duration lasts, boolean away) implements Happening {}

    /** The printer cannot be reached, or says nothing. */
    record PrinterBroken(Duration at, Duration lasts, boolean away) implements Happening {}

    /** What is to go on paper cannot be had from the vault. */
    record VaultBroken(Duration at, Duration lasts) implements Happening {}

    /** One letter cannot be looked at: whatever tries throws. */
    record LookBroken(Duration at, String key, int recipient, Duration lasts)
            implements Happening {}

    /** A node dies after so many more steps, and is started again. */
    record Crash(Duration at, int node, int steps) implements Happening {}

    /** A node stands still, in the middle of what it does. */
    record Stall(Duration at, int node, Duration lasts) implements Happening {}

    /** Segl's clock is far from the database's, and then right again. */
    record ClockOff(Duration at, Duration by, Duration lasts) implements Happening {}

    /** Segl's clock and the database's are moved. */
    record Jump(Duration at, Duration by) implements Happening {}
}

package no.segl.app.register;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import no.segl.app.store.RegisterState.Feed;
import no.segl.core.id.OrgNumber;
import no.segl.core.register.Answer;
import no.segl.core.register.KeyRole;
import no.segl.core.register.Registered;

/** Enhetsregisteret, as Segl asks it. */
public interface Register {

    /** The register's two lists: units with or without a unit above them, and sub-units. */
    enum Listing {
        /** enheter: main units and organisation sections. */
        UNITS,
        /** underenheter. */
        SUBUNITS
    }

    /**
     * What happened to one number.
     *
     * @param id rises with every update of a feed
     * @param unit empty if the update could not be read: it is passed over, and that is told
     * @param isNew whether the unit may be one that the register did not have before
     */
    record Update(long id, Optional<OrgNumber> unit, boolean isNew) {}

    /** Takes units one by one. */
    @FunctionalInterface
    interface Taker {
        void take(Registered unit) throws RegisterFault;
    }

    /**
     * What the register says of one number.
     *
     * @throws RegisterUnavailable if it does not answer, or says to come back later
     * @throws RegisterUnreadable if its answer is not what it should be
     */
    Answer unit(Listing listing, OrgNumber number) throws RegisterFault;

    /**
     * All units right beneath {@code parent}.
     *
     * @throws RegisterUnavailable if it does not answer, or says to come back later
     * @throws RegisterUnreadable if its answer is not what it should be, or holds more than the 10
     *     000 that the register lets anybody page through
     */
    List<Registered> beneath(Listing listing, OrgNumber parent) throws RegisterFault;

    /**
     * Those of {@code codes} that are held at {@code unit}. Who resigned, was struck off or is dead
     * holds none.
     *
     * @throws RegisterUnavailable if it does not answer, or says to come back later
     * @throws RegisterUnreadable if its answer is not what it should be
     */
    List<KeyRole> roles(OrgNumber unit, Set<String> codes) throws RegisterFault;

    /**
     * Some updates that came after {@code after}, oldest first.
     *
     * @return empty when there are no more for now
     * @throws RegisterUnavailable if it does not answer, or says to come back later
     * @throws RegisterUnreadable if its answer is not what it should be
     */
    List<Update> updates(Feed feed, long after) throws RegisterFault;

    /**
     * The id after which all updates since {@code moment} come.
     *
     * @return empty if there has been none since then
     * @throws RegisterUnavailable if it does not answer, or says to come back later
     * @throws RegisterUnreadable if its answer is not what it should be
     */
    OptionalLong before(Feed feed, Instant moment) throws RegisterFault;

    /**
     * Every unit of a listing, from the bulk file, in whatever order it has.
     *
     * @param taker what it throws ends the reading and is thrown on
     * @return how many units were passed over because they cannot be read
     * @throws RegisterUnavailable if it does not answer, or says to come back later
     * @throws RegisterUnreadable if the file is damaged or cut short; what was taken stays taken
     */
    long all(Listing listing, Taker taker) throws RegisterFault;
}

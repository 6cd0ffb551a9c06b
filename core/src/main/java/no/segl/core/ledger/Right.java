package no.segl.core.ledger;

/**
 * By what right it was done: the data that confirm it, which must be kept with the time of opening
 * (law: eforvaltningsforskriften-8).
 *
 * @param code the kind of right, such as {@code grant}, {@code scope} or {@code none}
 * @param ground what it rests on, such as the grant's id or the scope's name; may be empty
 */
public record Right(String code, String ground) {

    /** No right: the entry records an attempt that was refused. */
    public static final Right NONE = new Right("none", "");

    /**
     * The same right, with the level of the login by which it was used.
     *
     * @param level such as {@code high}
     */
    public Right by(String level) {
        return new Right(code, ground + " level:" + level);
    }
}

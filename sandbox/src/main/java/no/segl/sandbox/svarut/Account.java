package no.segl.sandbox.svarut;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.segl.sandbox.party.Seed;

/**
 * An account (konto) that letters are sent from.
 *
 * @param printsUnread whether a letter to an organisation that nobody has opened in time goes on
 *     paper (automatiskEttersendingForVirksomheter)
 */
public record Account(UUID id, String name, String owner, boolean printsUnread) {

    /** An account of Fjordvik's that prints what nobody opens. */
    public static final UUID PRINTING = UUID.fromString("a1a1a1a1-0000-4000-8000-000000000001");

    /** One that does not: what nobody opens lies there. */
    public static final UUID DIGITAL = UUID.fromString("a1a1a1a1-0000-4000-8000-000000000002");

    /** An account that no integration of the sandbox may use. */
    public static final UUID CLOSED = UUID.fromString("a1a1a1a1-0000-4000-8000-000000000003");

    /**
     * Whoever calls for an account, with a password besides the token.
     *
     * @param organisation whose tokens it takes: mostly the maker of a system, not the sender
     */
    public record Integration(UUID id, String password, String organisation, Set<UUID> accounts) {

        public static final UUID MUNICIPAL =
                UUID.fromString("a1a1a1a1-0000-4000-8000-0000000000f1");
        public static final UUID VENDOR = UUID.fromString("a1a1a1a1-0000-4000-8000-0000000000f2");
        public static final String PASSWORD = "sandkasse";
    }

    static List<Account> seed() {
        return List.of(
                new Account(PRINTING, "Fjordvik kommune, post", Seed.MUNICIPALITY, true),
                new Account(DIGITAL, "Fjordvik kommune, barnevern", Seed.MUNICIPALITY, false),
                new Account(CLOSED, "Fjordvik kommune, lukket", Seed.MUNICIPALITY, true));
    }

    static List<Integration> integrations() {
        Set<UUID> accounts = Set.of(PRINTING, DIGITAL);
        return List.of(
                new Integration(
                        Integration.MUNICIPAL, Integration.PASSWORD, Seed.MUNICIPALITY, accounts),
                new Integration(Integration.VENDOR, Integration.PASSWORD, Seed.VENDOR, accounts));
    }
}

package no.segl.app.wiring;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import no.segl.app.ledger.SigningKey;
import no.segl.app.office.Access;
import no.segl.app.office.CheckDesk;
import no.segl.app.office.LogBook;
import no.segl.app.office.Sources;
import no.segl.app.store.Changes;
import no.segl.app.store.Checks;
import no.segl.app.store.Ledger;
import no.segl.app.store.LedgerEnds;
import no.segl.app.store.Log;
import no.segl.app.store.Rounds;
import no.segl.app.store.RuleTable;
import no.segl.app.store.Troubles;
import no.segl.app.store.Units;
import no.segl.app.store.Upkeep;
import no.segl.core.ledger.CheckpointKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the watch is made of: guided checks, the log and the sources. */
@Configuration(proxyBeanMethods = false)
class WatchParts {

    @Bean
    CheckDesk checkDesk(
            Checks checks,
            Units units,
            Changes changes,
            Access access,
            RuleTable rules,
            InstantSource clock) {
        return new CheckDesk(checks, units, changes, access, rules, clock);
    }

    @Bean
    Log log(JdbcClient jdbc, Ledger ledger) {
        return new Log(jdbc, ledger);
    }

    @Bean
    LogBook logBook(Log log, Ledger ledger, LedgerEnds ends, SigningKey key) {
        return new LogBook(log, ledger, ends, new CheckpointKeys(key.publicKeys()));
    }

    @Bean
    Sources sources(
            Rounds rounds,
            Troubles troubles,
            Upkeep upkeep,
            Settings settings,
            InstantSource clock) {
        return new Sources(rounds, troubles, upkeep, connected(settings), clock);
    }

    /** What this Segl has; letters are looked at, cases swept and the ledger signed in each. */
    private static Set<Sources.Name> connected(Settings settings) {
        Set<Sources.Name> all =
                EnumSet.of(Sources.Name.LOOKS, Sources.Name.CASES, Sources.Name.SIGNING);
        settings.register().ifPresent(_ -> all.add(Sources.Name.REGISTER));
        settings.mail()
                .ifPresent(line -> {
                    all.add(Sources.Name.MAIL);
                    line.bounces().ifPresent(_ -> all.add(Sources.Name.BOUNCES));
                });
        settings.sms().ifPresent(_ -> all.add(Sources.Name.SMS));
        settings.printer().ifPresent(_ -> all.add(Sources.Name.PRINTER));
        return all;
    }
}

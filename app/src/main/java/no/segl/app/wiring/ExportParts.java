package no.segl.app.wiring;

import java.security.SecureRandom;
import java.time.InstantSource;
import no.segl.app.export.LetterList;
import no.segl.app.office.Access;
import no.segl.app.office.Exports;
import no.segl.app.office.Ids;
import no.segl.app.office.Notary;
import no.segl.app.office.PostOffice;
import no.segl.app.store.Categories;
import no.segl.app.store.DueWork;
import no.segl.app.store.ExportRows;
import no.segl.app.store.RuleTable;
import no.segl.app.store.UploadRows;
import no.segl.app.store.Watched;
import no.segl.app.vault.KeyWrapper;
import no.segl.app.vault.Sealer;
import no.segl.app.vault.Vault;
import no.segl.app.work.ExportRuns;
import no.segl.app.work.Orphans;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The parts that make files of lists and hand them out, and that sweep the vault of what is left.
 */
@Configuration(proxyBeanMethods = false)
class ExportParts {

    @Bean
    ExportRows exportRows(JdbcClient jdbc) {
        return new ExportRows(jdbc);
    }

    @Bean
    LetterList letterList(Watched watched, Categories categories) {
        return new LetterList(watched, categories);
    }

    @Bean
    Exports exports(ExportRows rows, RuleTable rules, Access access, PostOffice.Parts parts) {
        return new Exports(rows, rules, access, parts);
    }

    @Bean
    ExportRuns exportRuns(
            ExportRows rows,
            LetterList lists,
            Access access,
            RuleTable rules,
            Vault vault,
            Sealer sealer,
            KeyWrapper wrapper,
            Ids ids,
            SecureRandom random,
            InstantSource clock) {
        return new ExportRuns(
                new ExportRuns.Parts(
                        rows, lists, access, rules, vault, sealer, wrapper, ids::uuid, random,
                        clock));
    }

    @Bean
    Orphans orphans(
            DueWork due,
            UploadRows uploads,
            ExportRows exports,
            Vault vault,
            Notary notary,
            RuleTable rules,
            InstantSource clock) {
        return new Orphans(due, uploads, exports, vault, notary, rules, clock);
    }
}

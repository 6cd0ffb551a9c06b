package no.segl.app.wiring;

import java.security.SecureRandom;
import java.time.InstantSource;
import no.segl.app.api.ProblemAnswers;
import no.segl.app.api.ProblemTexts;
import no.segl.app.gate.BareErrors;
import no.segl.app.gate.Chains;
import no.segl.app.gate.RateLimit;
import no.segl.app.login.Levels;
import no.segl.app.login.MachineTokens;
import no.segl.app.login.Scopes;
import no.segl.app.login.Tokens;
import no.segl.app.office.Access;
import no.segl.app.office.Administration;
import no.segl.app.office.Ids;
import no.segl.app.office.Newcomers;
import no.segl.app.office.Notary;
import no.segl.app.office.PostOffice;
import no.segl.app.office.ReadyDesk;
import no.segl.app.office.Registrar;
import no.segl.app.office.SecondPerson;
import no.segl.app.office.Sharer;
import no.segl.app.office.TakeOver;
import no.segl.app.office.Uploads;
import no.segl.app.store.Cares;
import no.segl.app.store.Changes;
import no.segl.app.store.Deputies;
import no.segl.app.store.DueWork;
import no.segl.app.store.Grants;
import no.segl.app.store.Holders;
import no.segl.app.store.Ledger;
import no.segl.app.store.LetterContents;
import no.segl.app.store.Memberships;
import no.segl.app.store.Persons;
import no.segl.app.store.Recipients;
import no.segl.app.store.Requests;
import no.segl.app.store.RuleTable;
import no.segl.app.store.Seals;
import no.segl.app.store.SendingPolicies;
import no.segl.app.store.Shares;
import no.segl.app.store.Situations;
import no.segl.app.store.Successions;
import no.segl.app.store.Units;
import no.segl.app.store.UploadRows;
import no.segl.app.vault.KeyWrapper;
import no.segl.app.vault.Sealer;
import no.segl.app.vault.Vault;
import no.segl.app.web.page.Assets;
import no.segl.app.web.page.Pages;
import no.segl.app.work.Checkpoints;
import no.segl.app.work.Looks;
import no.segl.app.work.Retention;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The whole product: every part is made here and handed to those that need it, with those of the
 * store in {@link StoreParts}. What comes from outside (settings, clock, database, vault, keys) is
 * put in by {@link Server}.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
@EnableWebSecurity
@ComponentScan({"no.segl.app.api", "no.segl.app.web"})
@Import({
    StoreParts.class,
    PaperParts.class,
    CaseParts.class,
    ExportParts.class,
    NoticeParts.class,
    RoutineParts.class,
    LoginParts.class,
    WatchParts.class,
    EventParts.class,
    Health.class
})
class Wiring {

    // The counter.

    @Bean
    Ids ids(InstantSource clock, SecureRandom random) {
        return new Ids(clock, random);
    }

    @Bean
    Sealer sealer(Vault vault) {
        return new Sealer(vault);
    }

    @Bean
    PostOffice.Parts parts(
            Changes changes,
            Access access,
            Ledger ledger,
            LetterContents contents,
            Seals seals,
            Vault vault,
            Sealer sealer,
            KeyWrapper wrapper,
            Ids ids,
            SecureRandom random,
            InstantSource clock) {
        return new PostOffice.Parts(
                changes, access, ledger, contents, seals, vault, sealer, wrapper, ids, random,
                clock);
    }

    @Bean
    PostOffice office(PostOffice.Parts parts, Levels levels) {
        return new PostOffice(parts, levels.content());
    }

    @Bean
    Access access(Grants grants, Shares shares, Units units) {
        return new Access(grants, shares, units);
    }

    @Bean
    Sharer sharer(
            Changes changes,
            Access access,
            Shares shares,
            Cares cares,
            Deputies deputies,
            Ids ids,
            InstantSource clock) {
        return new Sharer(changes, access, shares, cares, deputies, ids, clock);
    }

    @Bean
    Administration administration(
            Changes changes,
            Access access,
            Grants grants,
            Sharer sharer,
            SecondPerson second,
            Holders holders,
            Memberships memberships,
            Units units,
            Ids ids,
            InstantSource clock) {
        return new Administration(
                changes, access, grants, sharer, second, holders, memberships, units, ids, clock);
    }

    @Bean
    TakeOver takeOver(
            Administration administration,
            Successions successions,
            Newcomers newcomers,
            Persons persons,
            InstantSource clock) {
        return new TakeOver(administration, successions, newcomers, persons, clock);
    }

    @Bean
    SecondPerson second(
            Changes changes,
            Access access,
            Requests requests,
            Grants grants,
            Holders holders,
            Units units,
            RuleTable rules,
            Ids ids,
            InstantSource clock) {
        return new SecondPerson(
                changes, access, requests, grants, holders, units, rules, ids, clock);
    }

    @Bean
    Newcomers newcomers(
            Changes changes,
            Access access,
            Holders holders,
            Persons persons,
            Ids ids,
            InstantSource clock) {
        return new Newcomers(changes, access, holders, persons, ids, clock);
    }

    @Bean
    Registrar registrar(
            Units units,
            Persons persons,
            Grants grants,
            Holders holders,
            Changes changes,
            Ids ids,
            InstantSource clock) {
        return new Registrar(units, persons, grants, holders, changes, ids, clock);
    }

    @Bean
    Uploads uploads(UploadRows rows, RuleTable rules, PostOffice.Parts parts) {
        return new Uploads(rows, rules, parts);
    }

    @Bean
    ReadyDesk readyDesk(
            Recipients recipients,
            SendingPolicies policies,
            Changes changes,
            Access access,
            InstantSource clock) {
        return new ReadyDesk(recipients, policies, changes, access, clock);
    }

    // Work that falls due.

    @Bean
    Looks looks(
            DueWork due,
            Changes changes,
            Situations situations,
            Recipients recipients,
            InstantSource clock) {
        return new Looks(due, changes, situations, recipients, clock);
    }

    @Bean
    Retention retention(DueWork due, Changes changes, Vault vault, InstantSource clock) {
        return new Retention(due, changes, vault, clock);
    }

    @Bean
    Checkpoints checkpoints(Notary notary) {
        return new Checkpoints(notary);
    }

    // The way in.

    @Bean
    ProblemTexts problemTexts() {
        return new ProblemTexts();
    }

    @Bean
    ProblemAnswers problemAnswers(ProblemTexts texts, Settings settings, Ids ids) {
        return new ProblemAnswers(texts, settings.publicUrl(), ids::uuid);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> bareErrors(ProblemAnswers answers) {
        return factory ->
                factory.addContextCustomizers(context ->
                        context.getParent().getPipeline().addValve(new BareErrors(answers)));
    }

    @Bean
    RateLimit rateLimit(Settings settings, InstantSource clock) {
        return new RateLimit(settings.requestsPerMinute(), clock);
    }

    @Bean
    @Order(1)
    SecurityFilterChain machines(
            HttpSecurity http,
            Settings settings,
            ProblemAnswers answers,
            RateLimit limit,
            InstantSource clock)
            throws Exception {
        return Chains.machines(
                http,
                settings.tokens()
                        .map(t -> Tokens.of(t.issuer(), t.audience(), clock))
                        .orElseGet(Tokens::none),
                new MachineTokens(
                        settings.tokens().map(Settings.Tokens::scopePrefix).orElse(Scopes.PREFIX)),
                answers,
                limit);
    }

    @Bean
    Pages pages() {
        return new Pages();
    }

    @Bean
    Assets assets() {
        return Assets.ofClassPath();
    }
}

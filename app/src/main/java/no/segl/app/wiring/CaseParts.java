package no.segl.app.wiring;

import java.time.InstantSource;
import no.segl.app.ledger.SigningKey;
import no.segl.app.office.Access;
import no.segl.app.office.AccessList;
import no.segl.app.office.Addresses;
import no.segl.app.office.Administration;
import no.segl.app.office.Bookmarks;
import no.segl.app.office.CallDesk;
import no.segl.app.office.CaseDesk;
import no.segl.app.office.Chaser;
import no.segl.app.office.Deputising;
import no.segl.app.office.FollowUp;
import no.segl.app.office.Ids;
import no.segl.app.office.LetterLife;
import no.segl.app.office.Notary;
import no.segl.app.office.Proofs;
import no.segl.app.office.ReviewDesk;
import no.segl.app.office.SecondPerson;
import no.segl.app.office.Sharer;
import no.segl.app.office.SignedNote;
import no.segl.app.store.Ahead;
import no.segl.app.store.Bond;
import no.segl.app.store.Cases;
import no.segl.app.store.Categories;
import no.segl.app.store.Changes;
import no.segl.app.store.Contacts;
import no.segl.app.store.Deputies;
import no.segl.app.store.DueCases;
import no.segl.app.store.DueNotices;
import no.segl.app.store.Grants;
import no.segl.app.store.Holders;
import no.segl.app.store.KeptQuestions;
import no.segl.app.store.Ledger;
import no.segl.app.store.LedgerEnds;
import no.segl.app.store.LostReaders;
import no.segl.app.store.Reviews;
import no.segl.app.store.RuleTable;
import no.segl.app.store.Seals;
import no.segl.app.store.Shares;
import no.segl.app.store.Situations;
import no.segl.app.store.Units;
import no.segl.app.store.Upkeep;
import no.segl.app.vault.Vault;
import no.segl.app.work.CaseSweep;
import no.segl.app.work.Losses;
import no.segl.app.work.Nearer;
import no.segl.app.work.Unanswered;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The parts with which people work cases, say where they are told and who is in whose place, and
 * prove what happened.
 */
@Configuration(proxyBeanMethods = false)
class CaseParts {

    @Bean
    CaseDesk caseDesk(Changes changes, Access access, Seals seals, InstantSource clock) {
        return new CaseDesk(changes, access, seals, clock);
    }

    @Bean
    Deputising deputising(
            Changes changes,
            Administration administration,
            Sharer sharer,
            SecondPerson second,
            Grants grants,
            Shares shares,
            Deputies deputies,
            Units units,
            Ids ids,
            InstantSource clock) {
        return new Deputising(
                changes,
                administration,
                sharer,
                second,
                grants,
                shares,
                deputies,
                units,
                ids,
                clock);
    }

    @Bean
    Reviews reviews(JdbcClient jdbc) {
        return new Reviews(jdbc);
    }

    @Bean
    ReviewDesk reviewDesk(Changes changes, Access access, Reviews reviews, InstantSource clock) {
        return new ReviewDesk(changes, access, reviews, clock);
    }

    @Bean
    AccessList accessList(Changes changes, Holders holders, InstantSource clock) {
        return new AccessList(changes, holders, clock);
    }

    @Bean
    Cases cases(JdbcClient jdbc) {
        return new Cases(jdbc);
    }

    @Bean
    DueCases dueCases(JdbcClient jdbc) {
        return new DueCases(jdbc);
    }

    @Bean
    FollowUp followUp(
            Changes changes,
            Cases cases,
            Situations situations,
            Access access,
            Ids ids,
            InstantSource clock) {
        return new FollowUp(changes, cases, situations, access, ids, clock);
    }

    @Bean
    Chaser chaser(
            Changes changes, Situations situations, Access access, Ids ids, InstantSource clock) {
        return new Chaser(changes, situations, access, ids, clock);
    }

    @Bean
    CallDesk callDesk(Changes changes, Cases cases, Access access, Ids ids, InstantSource clock) {
        return new CallDesk(changes, cases, access, ids, clock);
    }

    @Bean
    Bookmarks bookmarks(JdbcClient jdbc, Access access, Ids ids, InstantSource clock) {
        return new Bookmarks(new KeptQuestions(jdbc), access, ids, clock);
    }

    @Bean
    Unanswered unanswered(Upkeep upkeep, InstantSource clock) {
        return new Unanswered(upkeep, clock);
    }

    @Bean
    Losses losses(JdbcClient jdbc, InstantSource clock) {
        return new Losses(new LostReaders(jdbc), clock);
    }

    @Bean
    Nearer nearer(JdbcClient jdbc, RuleTable rules, InstantSource clock) {
        return new Nearer(new Ahead(jdbc), rules, clock);
    }

    @Bean
    CaseSweep caseSweep(
            DueCases due,
            Cases cases,
            Changes changes,
            Situations situations,
            InstantSource clock) {
        return new CaseSweep(due, cases, changes, situations, clock);
    }

    @Bean
    Addresses addresses(
            Contacts contacts,
            DueNotices due,
            Changes changes,
            Access access,
            Ids ids,
            InstantSource clock) {
        return new Addresses(contacts, due, changes, access, ids, clock);
    }

    @Bean
    Notary notary(
            Ledger ledger,
            LedgerEnds ends,
            Vault vault,
            JdbcClient jdbc,
            SigningKey key,
            InstantSource clock) {
        return new Notary(ledger, ends, new SignedNote(vault, new Bond(jdbc)), key, clock);
    }

    @Bean
    LedgerEnds ledgerEnds(JdbcTemplate template) {
        return new LedgerEnds(template);
    }

    @Bean
    LetterLife life(Ledger ledger) {
        return new LetterLife(ledger);
    }

    @Bean
    Proofs proofs(
            Ledger ledger,
            Categories categories,
            Notary notary,
            SigningKey key,
            InstantSource clock) {
        return new Proofs(ledger, categories, notary, key, clock);
    }
}

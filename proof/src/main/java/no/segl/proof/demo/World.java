package no.segl.proof.demo;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import no.segl.core.id.NationalIdentityNumber;
import no.segl.core.id.OrgNumber;

/**
 * Everything that exists in the demo, as plain data. It says who has access to what, and never
 * decides anything from it: that is Segl's work.
 *
 * @param units every organisation number of the world, a parent before its children
 * @param letters what is sent when the demo starts, in that order
 */
public record World(
        List<Unit> units,
        List<Person> persons,
        List<Grant> grants,
        List<Machine> machines,
        List<Letter> letters) {

    public World {
        units = List.copyOf(units);
        persons = List.copyOf(persons);
        grants = List.copyOf(grants);
        machines = List.copyOf(machines);
        letters = List.copyOf(letters);
    }

    /** The world around Fjordvik kommune: the one that {@code ./segl demo} loads. */
    public static World fjordvik() {
        return new World(
                Fjordvik.units(),
                Fjordvik.persons(),
                Fjordvik.grants(),
                Fjordvik.machines(),
                Letters.all());
    }

    /** What kind of organisation number it is, as Enhetsregisteret tells them apart. */
    public enum UnitKind {
        MAIN_UNIT,
        ORG_SECTION,
        SUBUNIT
    }

    /**
     * An organisation, or a part of one that has a number of its own.
     *
     * @param parent the unit it belongs to; empty for a main unit
     * @param language the written language in which it is addressed
     */
    public record Unit(
            OrgNumber number,
            String name,
            UnitKind kind,
            Optional<OrgNumber> parent,
            Language language) {}

    /**
     * Somebody who can log in.
     *
     * @param subject the {@code sub} of their id token: stable between runs, and says nothing of
     *     who they are
     * @param name two words, as Tenor names test persons
     * @param number the {@code pid} of their id token: synthetic
     * @param role what they do and where, in one line
     * @param unit where they are known although they hold nothing there
     * @param leads where they hold a key role, as Altinn knows it; Segl learns it by their login
     */
    public record Person(
            String subject,
            String name,
            NationalIdentityNumber number,
            Text role,
            Optional<OrgNumber> unit,
            Optional<OrgNumber> leads) {}

    /** What a grant lets a person do at a unit. */
    public enum Power {
        /** Open letters of one category. */
        READ,
        /** Send on behalf of the unit. */
        SEND,
        /** See which letters there are and how they fare, never what they say. */
        OVERSEE,
        /** Give and end the powers above. */
        MANAGE_ACCESS,
        /** Give and end every power, and read nothing by that. */
        ADMINISTER
    }

    /**
     * Access given to one person at one unit.
     *
     * @param category the service that READ covers; empty for the other powers
     */
    public record Grant(String subject, OrgNumber unit, Power power, Optional<Category> category) {

        public Grant {
            if (category.isPresent() != (power == Power.READ)) {
                throw new IllegalArgumentException("READ, and only READ, is given for a category");
            }
        }
    }

    /**
     * A system that sends or asks on behalf of an organisation.
     *
     * @param scopes the most it may ask the issuer for
     */
    public record Machine(String clientId, OrgNumber organisation, SortedSet<String> scopes) {}

    /**
     * A letter to send; to more than one recipient it is one dispatch of many letters.
     *
     * @param key the client-made idempotency key: the same on every run, so that a second start
     *     sends nothing twice
     * @param clientId the machine that sends it, which belongs to {@code sender}
     * @param title reveals nothing of the content
     * @param caseWorker whom the sender names at the recipient, if anyone
     */
    public record Letter(
            UUID key,
            String clientId,
            OrgNumber sender,
            List<OrgNumber> recipients,
            Category category,
            String title,
            String sendersReference,
            String caseNumber,
            Optional<String> caseWorker,
            Language language,
            List<Document> documents) {

        public Letter {
            recipients = List.copyOf(recipients);
            documents = List.copyOf(documents);
        }
    }

    /** A file of a letter: its name, and what {@link SamplePdf} puts in it. */
    public record Document(String fileName, Paper paper) {}

    /**
     * The unit with this number.
     *
     * @throws IllegalArgumentException if there is no such unit
     */
    public Unit unit(OrgNumber number) {
        return units.stream()
                .filter(unit -> unit.number().equals(number))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such unit"));
    }

    public Optional<Person> person(String subject) {
        return persons.stream().filter(person -> person.subject().equals(subject)).findFirst();
    }

    public Optional<Machine> machine(String clientId) {
        return machines.stream().filter(machine -> machine.clientId().equals(clientId)).findFirst();
    }

    /** What has been given to {@code person}, in the order of {@link #grants}. */
    public List<Grant> grantsOf(Person person) {
        return grants.stream().filter(grant -> grant.subject().equals(person.subject())).toList();
    }

    /** Those who should be able to open a letter of {@code category} sent to {@code recipient}. */
    public List<Person> readers(OrgNumber recipient, Category category) {
        return persons.stream()
                .filter(person ->
                        grantsOf(person).stream()
                                .anyMatch(grant ->
                                        grant.power() == Power.READ
                                                && grant.unit().equals(recipient)
                                                && grant.category()
                                                        .filter(category::equals)
                                                        .isPresent()))
                .toList();
    }
}

package no.segl.app.command;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import no.segl.app.office.Registrar;
import no.segl.app.secret.NumberKey;
import no.segl.app.store.Categories;
import no.segl.app.store.Units;
import no.segl.app.wiring.NodeKeys;
import no.segl.app.wiring.Store;
import no.segl.core.access.Category;
import no.segl.core.access.Granting;
import no.segl.core.access.Power;
import no.segl.core.id.NationalIdentityNumber;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Notice;
import no.segl.core.party.Unit;
import no.segl.core.party.UnitKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Enters organisations, persons and access from a file. */
@Command(
        name = "load",
        description = {
            "Enters organisations, persons and access from a JSON file.",
            "What is there already stays; nothing is taken away. The form is in docs/operate."
        },
        mixinStandardHelpOptions = true)
public final class Load implements Callable<Integer> {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .build();

    private final InstantSource clock;

    @Mixin private Environment environment = new Environment();

    @Spec private @Nullable CommandSpec command;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "the JSON file")
    private @Nullable Path file;

    public Load(InstantSource clock) {
        this.clock = clock;
    }

    /** The command, with the one beneath it that asks Enhetsregisteret instead of a file. */
    public static CommandLine of(InstantSource clock) {
        return new CommandLine(new Load(clock)).addSubcommand(new LoadRegister(clock));
    }

    /**
     * An organisation, or a part of one.
     *
     * @param email the unit's notification address
     * @param post where it gets post
     * @param paper how its letters go on paper: {@code printer}, {@code by-hand} or {@code none}
     */
    record UnitLine(
            String number,
            String name,
            UnitKind kind,
            Optional<String> parent,
            Optional<String> email,
            Optional<String> language,
            Optional<Posts.Line> post,
            Optional<String> paper) {

        @Override
        public String toString() {
            return "UnitLine[" + number + "]";
        }
    }

    /**
     * A person, by the login's own name for them, or by their national identity number.
     *
     * @param issuer the login's; not needed where the number is there
     * @param subject what the file's grants call them; beside an issuer, the login's name for them
     * @param unit where they are known and can be chosen, beside those of their grants
     * @param number the number: it is stored sealed, and found again by a pseudonym
     * @param email where they are told of letters
     */
    record PersonLine(
            Optional<String> issuer,
            String subject,
            String name,
            Optional<String> unit,
            Optional<String> number,
            Optional<String> email,
            Optional<String> language) {

        @Override
        public String toString() {
            return "PersonLine[]";
        }
    }

    /** What a person is given at a unit. */
    record GrantLine(String subject, String unit, Power power, Optional<String> category) {}

    /** The file. Parents come before the units beneath them. */
    record Roster(List<UnitLine> units, List<PersonLine> persons, List<GrantLine> grants) {}

    @Override
    public Integer call() {
        var line = requireNonNull(command).commandLine();
        if (file == null) {
            // Not asked for by picocli, which would want it before "register" as well.
            throw new ParameterException(line, "Missing required parameter: 'FILE'");
        }
        return OpenStore.run(environment.settings(), line, store -> load(store, read()));
    }

    private Roster read() throws IOException {
        try {
            return JSON.readValue(Files.readAllBytes(requireNonNull(file)), Roster.class);
        } catch (JacksonException e) {
            throw new IOException(
                    "the file is not of the form that docs/operate shows (line "
                            + (e.getLocation() == null ? "?" : e.getLocation().getLineNr())
                            + ")",
                    e);
        }
    }

    private int load(Store store, Roster roster) throws IOException {
        JdbcClient jdbc = store.jdbc();
        check(roster, new Units(jdbc), new Categories(jdbc));
        Registrar registrar = OpenStore.registrar(store, clock);
        Addresses addresses = new Addresses(jdbc, clock);
        Posts posts = new Posts(jdbc);
        for (UnitLine unit : roster.units()) {
            enter(unit, registrar);
            addresses.enter(
                    new Notice.To.Unit(number(unit.number())), unit.email(), unit.language());
            posts.enter(number(unit.number()), unit.post(), unit.paper());
        }
        Map<String, PersonId> persons = new HashMap<>();
        boolean numbered = roster.persons().stream().anyMatch(p -> p.number().isPresent());
        Optional<NumberKey> key =
                numbered
                        ? Optional.of(new NodeKeys(store).numbers(new SecureRandom()))
                        : Optional.empty();
        for (PersonLine person : roster.persons()) {
            PersonId id = enter(person, registrar, key);
            persons.put(person.subject(), id);
            addresses.enter(new Notice.To.Person(id), person.email(), person.language());
            if (person.unit().isPresent()) {
                registrar.know(id, number(person.unit().get()));
            }
        }
        int given = 0;
        int left = 0;
        for (GrantLine grant : roster.grants()) {
            PersonId person = requireNonNull(persons.get(grant.subject()));
            OrgNumber unit = number(grant.unit());
            Optional<Category> category = grant.category().map(Category::new);
            if (registrar.hasEnded(person, unit, grant.power(), category)) {
                left++;
                continue;
            }
            var reply = registrar.give(person, unit, grant.power(), category);
            given += reply instanceof Granting.Reply.Done ? 1 : 0;
        }
        var out = requireNonNull(command).commandLine().getOut();
        out.printf(
                "Entered %d units and %d persons; %d of %d grants are new%s.%n",
                roster.units().size(),
                persons.size(),
                given,
                roster.grants().size(),
                left == 0 ? "" : ", " + left + " were ended since and are left");
        return 0;
    }

    private static void enter(UnitLine unit, Registrar registrar) throws IOException {
        Optional<OrgNumber> parent =
                unit.parent().isPresent()
                        ? Optional.of(number(unit.parent().get()))
                        : Optional.empty();
        try {
            registrar.enter(new Unit(number(unit.number()), unit.name(), unit.kind(), parent));
        } catch (IllegalArgumentException e) {
            throw new IOException(unit.number() + " would stand beneath itself", e);
        }
    }

    private static PersonId enter(PersonLine person, Registrar registrar, Optional<NumberKey> key)
            throws IOException {
        if (person.number().isPresent()) {
            return registrar.enter(
                    key.orElseThrow().hide(nationalNumber(person.number().get())), person.name());
        }
        return registrar.enter(person.issuer().orElseThrow(), person.subject(), person.name());
    }

    /** Its message says where, and never the number. */
    private static NationalIdentityNumber nationalNumber(String text) throws IOException {
        return NationalIdentityNumber.parse(text.replace(" ", ""))
                .orElseThrow(() ->
                        new IOException("a person's number is not a national identity number"));
    }

    /** What is wrong is said before anything is entered. */
    private static void check(Roster roster, Units known, Categories categories)
            throws IOException {
        Set<OrgNumber> entered = new HashSet<>();
        for (UnitLine unit : roster.units()) {
            if (unit.parent().isPresent()) {
                isThere(number(unit.parent().get()), entered, known);
            }
            entered.add(number(unit.number()));
            Addresses.check(unit.email(), unit.language(), unit.number());
            Posts.check(unit.post(), unit.paper(), unit.name(), unit.number());
        }
        Set<String> subjects = new HashSet<>();
        for (PersonLine person : roster.persons()) {
            if (!subjects.add(person.subject())) {
                throw new IOException(
                        "two persons have one subject: grants could not tell them apart; load"
                                + " the persons of each issuer from a file of their own");
            }
            if (person.issuer().isPresent() == person.number().isPresent()) {
                throw new IOException("a person has either an issuer or a number");
            }
            if (person.number().isPresent()) {
                nationalNumber(person.number().get());
            }
            Addresses.check(person.email(), person.language(), "a person");
            if (person.unit().isPresent()) {
                isThere(number(person.unit().get()), entered, known);
            }
        }
        for (GrantLine grant : roster.grants()) {
            if (!subjects.contains(grant.subject())) {
                throw new IOException("a grant is for somebody whom the file does not list");
            }
            isThere(number(grant.unit()), entered, known);
            if (grant.category().isPresent()
                    && categories.all().stream()
                            .noneMatch(c -> c.category().code().equals(grant.category().get()))) {
                throw new IOException("a grant is for a category that there is not");
            }
            if ((grant.power() == Power.READ) != grant.category().isPresent()) {
                throw new IOException("a grant to read, and no other, needs a category");
            }
        }
    }

    private static void isThere(OrgNumber unit, Set<OrgNumber> entered, Units known)
            throws IOException {
        if (!entered.contains(unit) && known.find(unit).isEmpty()) {
            throw new IOException(
                    unit
                            + " is not known: list it among the units, before those beneath it and"
                            + " the grants at it");
        }
    }

    private static OrgNumber number(String text) throws IOException {
        return OrgNumber.parse(text)
                .orElseThrow(() -> new IOException(text + " is not an organisation number"));
    }
}

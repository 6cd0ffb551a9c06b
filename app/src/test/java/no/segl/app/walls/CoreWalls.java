package no.segl.app.walls;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The walls of {@code core}, and between its packages. */
final class CoreWalls {

    /**
     * Which packages each package may use: {@code {id, day} <- {ledger, party} <- {access,
     * register} <- letter <- deadline <- {notice, print, readiness} <- {control, evidence,
     * overview, webhook}}. Those in one pair of braces do not see each other.
     */
    private static final Map<String, Set<String>> MAY_USE = mayUse();

    /** Values, collections, time and digests; no file, socket, database, thread or framework. */
    private static final String[] OF_THE_PLATFORM = {
        "java.lang",
        "java.lang.annotation",
        "java.lang.invoke",
        "java.lang.runtime",
        "java.math",
        "java.nio.charset",
        "java.security",
        "java.security.interfaces",
        "java.security.spec",
        "java.text",
        "java.time..",
        "java.util",
        "java.util.function",
        "java.util.random",
        "java.util.regex",
        "java.util.stream",
        "org.jspecify.annotations",
        "no.segl.core.."
    };

    private static final Set<String> READS_A_CLOCK_OR_DICE =
            Set.of(
                    "java.util.UUID.randomUUID",
                    "java.lang.Math.random",
                    "java.lang.System.currentTimeMillis",
                    "java.lang.System.nanoTime",
                    "java.time.Instant.now",
                    "java.time.LocalDate.now",
                    "java.time.LocalDateTime.now",
                    "java.time.ZonedDateTime.now",
                    "java.time.InstantSource.system",
                    "java.util.random.RandomGenerator.getDefault");

    static final ArchRule CORE_IS_PLAIN_JAVA =
            classes()
                    .that()
                    .resideInAPackage("no.segl.core..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(OF_THE_PLATFORM)
                    .because("what decides must run, and be tried, without the world around it")
                    .allowEmptyShould(true);

    static final ArchRule CORE_IS_TOLD_THE_TIME =
            noClasses()
                    .that()
                    .resideInAPackage("no.segl.core..")
                    .should()
                    .callMethodWhere(
                            describe(
                                    "it reads a clock or rolls a die",
                                    CoreWalls::readsAClockOrDice))
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.security.SecureRandom")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.util.Random")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.time.Clock")
                    .because("the same state, command and time give the same decision, always")
                    .allowEmptyShould(true);

    static final ArchRule EVERY_CORE_PACKAGE_HAS_ITS_PLACE =
            classes()
                    .that()
                    .resideInAPackage("no.segl.core..")
                    .should()
                    .resideInAnyPackage(
                            MAY_USE.keySet().stream()
                                    .map(name -> "no.segl.core." + name + "..")
                                    .toArray(String[]::new))
                    .because("a new package first gets its place in CoreWalls")
                    .allowEmptyShould(true);

    private CoreWalls() {}

    /** Every wall of core; those between packages are one for each package. */
    static List<ArchRule> all() {
        return Stream.concat(
                        Stream.of(
                                CORE_IS_PLAIN_JAVA,
                                CORE_IS_TOLD_THE_TIME,
                                EVERY_CORE_PACKAGE_HAS_ITS_PLACE),
                        MAY_USE.keySet().stream().map(CoreWalls::usesOnlyWhatIsBelow))
                .toList();
    }

    /** The wall above which package {@code name} of core does not look. */
    static ArchRule usesOnlyWhatIsBelow(String name) {
        Set<String> below = MAY_USE.getOrDefault(name, Set.of());
        String[] above =
                MAY_USE.keySet().stream()
                        .filter(other -> !other.equals(name) && !below.contains(other))
                        .map(other -> "no.segl.core." + other + "..")
                        .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("no.segl.core." + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(above)
                .because("the used-by direction of core's packages has one way")
                .allowEmptyShould(true);
    }

    private static boolean readsAClockOrDice(JavaMethodCall call) {
        return READS_A_CLOCK_OR_DICE.contains(
                call.getTargetOwner().getName() + "." + call.getName());
    }

    private static Map<String, Set<String>> mayUse() {
        List<Set<String>> levels =
                List.of(
                        Set.of("id", "day"),
                        Set.of("ledger", "party"),
                        Set.of("access", "register"),
                        Set.of("letter"),
                        Set.of("deadline"),
                        Set.of("notice", "print", "readiness"),
                        Set.of("control", "evidence", "overview", "webhook"));
        Map<String, Set<String>> mayUse = new LinkedHashMap<>();
        Collection<String> below = new ArrayList<>();
        for (Set<String> level : levels) {
            level.forEach(name -> mayUse.put(name, Set.copyOf(below)));
            below.addAll(level);
        }
        return mayUse;
    }
}

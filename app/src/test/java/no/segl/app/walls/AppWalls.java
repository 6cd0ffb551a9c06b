package no.segl.app.walls;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** The walls of {@code app}, and between its packages. */
final class AppWalls {

    private static final String[] SQL = {
        "java.sql..",
        "javax.sql..",
        "com.zaxxer.hikari..",
        "org.flywaydb..",
        "org.postgresql..",
        "org.springframework.jdbc..",
        "org.springframework.transaction.."
    };

    /** Where requests come in. */
    private static final String[] DOORSTEP = {"no.segl.app.api..", "no.segl.app.web.."};

    static final ArchRule ONLY_STORE_KNOWS_SQL =
            noClasses()
                    .that()
                    .resideInAPackage("no.segl.app..")
                    .and()
                    .resideOutsideOfPackages(
                            "no.segl.app.store..", "no.segl.app.wiring..", "no.segl.app.command..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(SQL)
                    .because("SQL stands in store; wiring and commands only hand connections on")
                    .allowEmptyShould(true);

    static final ArchRule ONLY_STORE_SPEAKS_SQL =
            noClasses()
                    .that()
                    .resideInAPackage("no.segl.app..")
                    .and()
                    .resideOutsideOfPackage("no.segl.app.store..")
                    .should()
                    .callMethodWhere(describe("it speaks to a database", AppWalls::speaksSql))
                    .because("who holds a connection to hand it on does not use it")
                    .allowEmptyShould(true);

    static final ArchRule ONLY_VAULT_KNOWS_CIPHERS_AND_S3 =
            noClasses()
                    .that()
                    .resideInAPackage("no.segl.app..")
                    .and()
                    .resideOutsideOfPackage("no.segl.app.vault..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("com.google.crypto.tink..", "software.amazon.awssdk..")
                    .because("how contents are sealed and kept is the vault's alone")
                    .allowEmptyShould(true);

    /**
     * Whoever answers a request changes nothing by itself: it hands a command to {@code office},
     * which goes through {@code store.Changes}, so that no change misses the ledger.
     */
    static final ArchRule REQUESTS_CHANGE_THINGS_THROUGH_THE_OFFICE =
            noClasses()
                    .that()
                    .resideInAnyPackage(DOORSTEP)
                    .should()
                    .dependOnClassesThat(describe("write in the store", AppWalls::writesInTheStore))
                    .orShould()
                    .callMethodWhere(
                            describe(
                                    "it tells the store something, and asks nothing",
                                    AppWalls::tellsTheStore))
                    .because("decide, commit, do: there is one door")
                    .allowEmptyShould(true);

    /** What {@code store.Changes} writes with, so that nobody else can leave the ledger out. */
    static final ArchRule ONLY_THE_STORE_WRITES_LETTERS_AND_LEDGER =
            noClasses()
                    .that()
                    .resideInAPackage("no.segl.app..")
                    .and()
                    .resideOutsideOfPackages("no.segl.app.store..", "no.segl.app.wiring..")
                    .should()
                    .dependOnClassesThat()
                    .haveNameMatching(
                            "no\\.segl\\.app\\.store\\.(Ledger|Letter|Dispatch|Register)Rows([$].*)?")
                    .because("a letter and its ledger change together, in store.Changes")
                    .allowEmptyShould(true);

    static final ArchRule ONLY_MAIN_READS_THE_CLOCK =
            noClasses()
                    .that()
                    .resideInAPackage("no.segl.app..")
                    .and()
                    .doNotHaveFullyQualifiedName("no.segl.app.Main")
                    .should()
                    .accessTargetWhere(describe("it reads a clock", AppWalls::readsTheClock))
                    .because("time is a parameter: day 7 must come when a test says so")
                    .allowEmptyShould(true);

    static final ArchRule HTTP_ENDS_AT_THE_DOORSTEP =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "no.segl.app.office..",
                            "no.segl.app.store..",
                            "no.segl.app.vault..",
                            "no.segl.app.work..",
                            "no.segl.app.ledger..",
                            "no.segl.app.secret..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "jakarta.servlet..",
                            "org.springframework.http..",
                            "org.springframework.web..",
                            "org.springframework.security..",
                            "no.segl.app.api..",
                            "no.segl.app.web..",
                            "no.segl.app.login..",
                            "no.segl.app.gate..")
                    .because("a letter is the same whoever asks for it, and however")
                    .allowEmptyShould(true);

    /** Whoever distrusts Segl runs this on a machine without it. */
    static final ArchRule THE_LEDGER_IS_VERIFIED_OFFLINE =
            noClasses()
                    .that()
                    .resideInAnyPackage("no.segl.app.ledger..", "no.segl.app.evidence..")
                    .or()
                    .haveNameMatching(
                            "no\\.segl\\.app\\.command\\.(LedgerVerify|ProofVerify|Verification.*)")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.sql..",
                            "java.net..",
                            "org.springframework..",
                            "no.segl.app.store..",
                            "no.segl.app.wiring..")
                    .because(
                            "an exported ledger, or a proof, is verified with the file and a key alone")
                    .allowEmptyShould(true);

    static final ArchRule CARRIERS_DO_NOT_SEE_EACH_OTHER =
            slices().matching("no.segl.app.connect.(*)..")
                    .should()
                    .notDependOnEachOther()
                    .because("a carrier can then be taken away, or fail, alone")
                    .allowEmptyShould(true);

    /**
     * Content is opened by a decision, or for its sender's own paper and uploads (ADR 0011); an
     * export holds none, and is opened for whoever asked for it (ADR 0033).
     */
    static final ArchRule FEW_UNSEAL =
            noClasses()
                    .that()
                    .resideInAPackage("no.segl.app..")
                    .and()
                    .resideOutsideOfPackage("no.segl.app.vault..")
                    .and()
                    .haveNameNotMatching(
                            "no\\.segl\\.app\\.office\\.(ReadingDesk|Typesetter|Uploads|Intake|Exports)(\\$.*)?")
                    .should()
                    .accessTargetWhere(describe("it opens what is sealed", AppWalls::unseals))
                    .because("there is one way to content, and it asks who is there")
                    .allowEmptyShould(true);

    /** What a running Segl does, it does by itself; the client is for those who ask one. */
    static final ArchRule ONLY_THE_COMMAND_LINE_IS_A_CLIENT =
            noClasses()
                    .that()
                    .resideInAPackage("no.segl.app..")
                    .and()
                    .resideOutsideOfPackage("no.segl.app.command..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("no.segl.client..")
                    .because("a Segl that asked itself would be asked as a stranger")
                    .allowEmptyShould(true);

    /** Every package is a slice of its own, in core as well. */
    static final ArchRule NO_CYCLES =
            slices().matching("no.segl.(**)").should().beFreeOfCycles().allowEmptyShould(true);

    private AppWalls() {}

    static List<ArchRule> all() {
        return List.of(
                ONLY_STORE_KNOWS_SQL,
                ONLY_STORE_SPEAKS_SQL,
                ONLY_VAULT_KNOWS_CIPHERS_AND_S3,
                REQUESTS_CHANGE_THINGS_THROUGH_THE_OFFICE,
                ONLY_THE_STORE_WRITES_LETTERS_AND_LEDGER,
                ONLY_MAIN_READS_THE_CLOCK,
                HTTP_ENDS_AT_THE_DOORSTEP,
                THE_LEDGER_IS_VERIFIED_OFFLINE,
                CARRIERS_DO_NOT_SEE_EACH_OTHER,
                FEW_UNSEAL,
                ONLY_THE_COMMAND_LINE_IS_A_CLIENT,
                NO_CYCLES);
    }

    /**
     * Every method of JDBC and of Spring's clients for it, but those that only wrap a connection.
     */
    private static boolean speaksSql(JavaMethodCall call) {
        String owner = call.getTargetOwner().getPackageName();
        return (owner.equals("java.sql") || owner.startsWith("org.springframework.jdbc.core"))
                && !call.getName().equals("create")
                && !call.getName().startsWith("set");
    }

    /** By a call, or by a reference to the method that somebody else calls. */
    private static boolean unseals(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        return (owner.equals("no.segl.app.vault.KeyWrapper") && access.getName().equals("unwrap"))
                || (owner.equals("no.segl.app.vault.Sealer") && access.getName().equals("open"));
    }

    private static boolean readsTheClock(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        return (owner.startsWith("java.time.")
                        && (name.equals("now")
                                || name.startsWith("system")
                                || name.startsWith("tick")))
                || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"));
    }

    private static boolean isOfTheStore(JavaClass type) {
        return type.getPackageName().equals("no.segl.app.store");
    }

    private static boolean writesInTheStore(JavaClass type) {
        return isOfTheStore(type)
                && type.isTopLevelClass()
                && (type.getSimpleName().endsWith("Changes")
                        || type.getSimpleName().equals("DueWork")
                        || type.getSimpleName().endsWith("Rows"));
    }

    private static boolean tellsTheStore(JavaMethodCall call) {
        return isOfTheStore(call.getTargetOwner())
                && call.getTarget().getRawReturnType().getName().equals("void");
    }
}

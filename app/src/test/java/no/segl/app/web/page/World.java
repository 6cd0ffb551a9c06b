package no.segl.app.web.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.id.Digest;
import no.segl.core.id.DocumentId;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;

/** A small believable world, all of it made up, for looking at pages. */
final class World {

    static final Instant NOW = Instant.parse("2026-11-24T12:05:00Z");

    static final Party KOMMUNE = party("Fjordvik kommune", 1);
    static final Party BARNEVERN = party("Barneverntjenesten i Fjordvik", 2);
    static final Party HELSE = party("Fjordvik kommune, helse og omsorg", 3);
    static final Party SKOLE = party("Strandbygda skole", 4);
    static final Party POLITI = party("Sundet politidistrikt", 5);
    static final Party SYKEHUS = party("Nordsund sykehus HF", 6);
    static final Party ADVOKAT = party("Advokatfirmaet Lie & Moen AS", 7);
    static final Party LONG =
            party(
                    "Interkommunalt kompetansesenter for tverrfaglig samarbeid om barn, unge og"
                            + " familier i Ytre og Indre Fjordvik, Strandbygda og Sundet",
                    8);

    static final String HOSTILE =
            "Oversending av <script>alert('x')</script> & \"sakspapirer\" ' onmouseover=alert(1)";

    static final String UNBROKEN = "SAKSDOKUMENTER_2026_11_24_" + "versjon".repeat(14) + ".pdf";

    private World() {}

    static Instant ago(long days, long hours) {
        return NOW.minus(Duration.ofDays(days)).minus(Duration.ofHours(hours));
    }

    static Instant ahead(long days) {
        return NOW.plus(Duration.ofDays(days)).truncatedTo(java.time.temporal.ChronoUnit.HOURS);
    }

    static LetterId letter(int n) {
        return new LetterId(
                new UUID(0x0198_7a31_0000_7000L + n, 0x8000_0000_0000_0000L + n * 7919L));
    }

    static DocumentId document(int n) {
        return new DocumentId(new UUID(0x0198_7a32_0000_7000L + n, 0x8000_0000_0000_0000L + n));
    }

    static Digest digest(String of) {
        return Digest.of(of.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** A party with a made-up number whose check digit is right. */
    static Party party(String name, int n) {
        for (int i = 0; i < 10; i++) {
            Optional<OrgNumber> number = OrgNumber.parse("3100" + (4200 + n * 13) + i);
            if (number.isPresent()) {
                return new Party(name, number.get());
            }
        }
        return party(name, n + 100);
    }

    static String category(Language language, int n) {
        List<String> names =
                switch (language) {
                    case NB -> List.of("Barnevern", "Helse, sosial og omsorg", "Politi og justis");
                    case NN -> List.of("Barnevern", "Helse, sosial og omsorg", "Politi og justis");
                    case EN -> List.of("Child welfare", "Health and social care", "Police");
                };
        return names.get(n);
    }

    static String pick(Language language, String nb, String nn, String en) {
        return switch (language) {
            case NB -> nb;
            case NN -> nn;
            case EN -> en;
        };
    }

    static Visitor reader(Language language) {
        return reader(language, false);
    }

    private static Visitor reader(Language language, boolean low) {
        return new Visitor(
                "Kari Nordgård",
                List.of(
                        new Visitor.Unit(
                                BARNEVERN,
                                List.of(category(language, 0), category(language, 2)),
                                true,
                                true),
                        new Visitor.Unit(HELSE, List.of(category(language, 1)), false, false),
                        new Visitor.Unit(SKOLE, List.of(), true, true)),
                true,
                false,
                2,
                low);
    }

    static Shell shell(Language language, Shell.Section section, Optional<Visitor> visitor) {
        return new Shell(
                language,
                Assets.ofClassPath(),
                section,
                "/innboks?etter=MjAyNg",
                visitor,
                Optional.of(new Shell.Csrf("_csrf", "3f2a-not-a-secret")),
                NOW,
                "0.1.0");
    }

    static Shell inside(Language language, Shell.Section section) {
        return shell(language, section, Optional.of(reader(language)));
    }

    static Shell atLowLevel(Language language) {
        return shell(language, Shell.Section.NONE, Optional.of(reader(language, true)));
    }

    static Shell outside(Language language) {
        return shell(language, Shell.Section.NONE, Optional.empty());
    }

    static Shell without(Shell shell, boolean csrf, boolean units) {
        Optional<Visitor> visitor =
                units ? shell.visitor() : Optional.of(new Visitor("Ola Ny", List.of(), false));
        return new Shell(
                shell.language(),
                shell.assets(),
                shell.section(),
                shell.path(),
                visitor,
                csrf ? shell.csrf() : Optional.empty(),
                shell.now(),
                shell.version());
    }
}

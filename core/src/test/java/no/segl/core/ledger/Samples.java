package no.segl.core.ledger;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;

/** Made-up facts, actors and keys, the same for the same seed. */
public final class Samples {

    private static final String[] TEXTS = {
        "",
        "a",
        "letter:0198",
        "æøå ÆØÅ",
        "\u0001\n\t\"\\/",
        "\ud83d\udc8c",
        "\u2028\ufffd\uffff",
        "  "
    };

    private Samples() {}

    /** A fact with any values. */
    public record AnyFact(String type, String subject, SortedMap<String, String> values)
            implements Fact {}

    public static Fact fact(Random random) {
        SortedMap<String, String> values = new TreeMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            values.put("key" + random.nextInt(9), text(random));
        }
        return new AnyFact("Fact" + random.nextInt(9), text(random), values);
    }

    public static String text(Random random) {
        return TEXTS[random.nextInt(TEXTS.length)] + random.nextInt(100);
    }

    public static Actor actor(Random random) {
        return switch (random.nextInt(3)) {
            case 0 ->
                    new Actor.Person(new PersonId(new UUID(random.nextLong(), random.nextLong())));
            case 1 -> new Actor.Machine(org(random), "client" + random.nextInt(9));
            default -> new Actor.Segl("look");
        };
    }

    public static Right right(Random random) {
        return random.nextInt(4) == 0 ? Right.NONE : new Right("grant", text(random));
    }

    /** A synthetic organisation number with a right check digit. */
    public static OrgNumber org(Random random) {
        while (true) {
            var number = OrgNumber.parse("31" + (1_000_000 + random.nextInt(9_000_000)));
            if (number.isPresent()) {
                return number.get();
            }
        }
    }

    /** An Ed25519 key pair that the seed decides: for tests only. */
    public static KeyPair keyPair(int seed) {
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(
                    255,
                    new SecureRandom() {
                        private static final long serialVersionUID = 1;

                        @Override
                        public void nextBytes(byte[] bytes) {
                            new Random(seed).nextBytes(bytes);
                        }
                    });
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

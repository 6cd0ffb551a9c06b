package no.segl.sandbox.svarut;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import no.segl.sandbox.party.Directory;
import no.segl.sandbox.party.Numbers;
import no.segl.sandbox.svarut.Letter.Kind;
import no.segl.sandbox.time.Knob;
import no.segl.sandbox.time.Knobs;
import no.segl.sandbox.wire.Json;
import no.segl.sandbox.wire.Multipart.Part;
import tools.jackson.databind.JsonNode;

/** What SvarUT refuses at once of a letter that is sent. */
final class Rules {

    private static final Pattern FORBIDDEN = Pattern.compile("[*:\"\\\\/<>|?]");
    private static final Pattern CODE = Pattern.compile("[a-zA-Z0-9_\\-.øæåØÆÅ]{0,20}");
    private static final Map<String, Integer> LENGTHS =
            Map.of(
                    "avgivendeSystem", 100,
                    "avgivendeSystemAktor", 100,
                    "forsendelsestype", 100,
                    "eksternReferanse", 100,
                    "korrelasjonsid", 100);
    private static final Set<String> LEVELS = Set.of("BETYDELIG", "HOYESTE");

    private final Directory directory;
    private final Knobs knobs;

    Rules(Directory directory, Knobs knobs) {
        this.directory = directory;
        this.knobs = knobs;
    }

    void check(Kind kind, JsonNode asked, List<Part> files) {
        text(asked, "tittel", 1000);
        LENGTHS.forEach((name, most) -> {
            if (asked.path(name).asString("").length() > most) {
                throw NotTaken.field(name, "er lengre enn " + most);
            }
        });
        if (!CODE.matcher(asked.path("konteringskode").asString("")).matches()) {
            throw NotTaken.field("konteringskode", "har ugyldige tegn");
        }
        recipient(kind, asked.path("mottaker"));
        level(asked);
        if (asked.path("lenker").size() > 5) {
            throw NotTaken.field("lenker", "er flere enn 5");
        }
        reply(asked);
        documents(kind, asked, files);
    }

    private static String text(JsonNode node, String name, int most) {
        String text = Json.text(node, name).orElse("");
        if (text.isEmpty() || text.length() > most) {
            throw NotTaken.field(name, "må ha 1 til " + most + " tegn");
        }
        return text;
    }

    private void recipient(Kind kind, JsonNode recipient) {
        text(recipient, "navn", 100);
        if (kind == Kind.PRINT || recipient.path("adresse").isObject()) {
            JsonNode address = recipient.path("adresse");
            text(address, "adresselinje1", 70);
            text(address, "poststed", 70);
        }
        if (kind == Kind.PRINT) {
            return;
        }
        String number = text(recipient, "digitalId", 11);
        boolean right =
                kind == Kind.ORGANISATION
                        ? Numbers.isOrganisation(number) && directory.find(number).isPresent()
                        : Numbers.isPerson(number);
        if (!right) {
            throw NotTaken.field("mottaker.digitalId", "er ugyldig eller finnes ikke");
        }
    }

    private static void level(JsonNode asked) {
        JsonNode level = asked.path("sikkerhetsniva");
        if (level.isString() && !LEVELS.contains(level.stringValue())) {
            throw NotTaken.field("sikkerhetsniva", "er ukjent");
        }
        if (level.asString("").equals("HOYESTE") && !Json.isTrue(asked, "kryptert")) {
            throw NotTaken.field("sikkerhetsniva", "HOYESTE krever at dokumentene er kryptert");
        }
    }

    private static void reply(JsonNode asked) {
        JsonNode to = asked.path("svarSendesTil");
        if (Json.isTrue(asked, "kanSvareViaEdialog")
                && !to.path("type").asString("").equals("ORGANISASJON")) {
            throw NotTaken.field("kanSvareViaEdialog", "krever svarSendesTil en organisasjon");
        }
    }

    /** Documents come in the order of their descriptions, with the names that those give. */
    private void documents(Kind kind, JsonNode asked, List<Part> files) {
        JsonNode described = asked.path("dokumenter");
        if (described.size() != files.size()) {
            throw NotTaken.field("dokumenter", "antall filer stemmer ikke med metadata");
        }
        boolean digital = Json.isTrue(asked, "kunDigitalLevering");
        Set<String> names = new HashSet<>();
        long bytes = 0;
        for (int i = 0; i < files.size(); i++) {
            JsonNode one = described.path(i);
            String name = text(one, "filnavn", 226);
            if (FORBIDDEN.matcher(name).find() || !names.add(name.toLowerCase(Locale.ROOT))) {
                throw NotTaken.field("filnavn", "har ugyldige tegn, eller er brukt to ganger");
            }
            if (!files.get(i).fileName().orElse("").equals(name)) {
                throw NotTaken.field("filnavn", "filene har ikke samme rekkefølge som metadata");
            }
            String type = text(one, "mimeType", 127);
            boolean printed = !digital && !Json.isTrue(one, "skalEkskluderesFraUtskrift");
            if ((kind == Kind.PRINT || printed) && !type.equals("application/pdf")) {
                throw NotTaken.field(
                        "mimeType", "bare PDF kan skrives ut: bruk kunDigitalLevering");
            }
            bytes += files.get(i).body().length;
        }
        if (!digital && bytes >= knobs.whole(Knob.SVARUT_PRINTABLE_MOST)) {
            throw NotTaken.field("dokumenter", "er for store til å skrives ut");
        }
    }
}

package no.segl.core.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a letter goes by post, or comes back to.
 *
 * @param name the organisation
 * @param lines street, post box, "v/" and the like; may be empty where the postcode is enough
 * @param postcode four digits in Norway
 * @param country ISO 3166-1 alpha-2, such as {@code NO}
 */
public record PostalAddress(
        String name, List<String> lines, String postcode, String city, String country) {

    /** The most lines that the window of an envelope shows, all told. */
    public static final int MOST_LINES = 6;

    /** The longest line that fits the window, in characters. */
    public static final int LONGEST_LINE = 48;

    private static final Locale BOKMAL = Locale.of("nb");

    public PostalAddress {
        lines = List.copyOf(lines);
    }

    /** One whose name may be long: it is broken into lines between words. */
    public static PostalAddress of(
            String name, List<String> lines, String postcode, String city, String country) {
        List<String> all = new ArrayList<>();
        String line = "";
        for (String word : name.strip().split("\\s+", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && longer.length() > LONGEST_LINE) {
                all.add(line);
                longer = word;
            }
            line = longer;
        }
        all.add(line);
        all.addAll(lines);
        return new PostalAddress(
                all.getFirst(), all.subList(1, all.size()), postcode, city, country);
    }

    /** Why an address cannot be written on an envelope. */
    public enum Fault {
        NO_NAME,
        NO_CITY,
        NOT_A_POSTCODE,
        NOT_A_COUNTRY,
        TOO_MANY_LINES,
        LINE_TOO_LONG,
        CONTROL_CHARACTERS
    }

    /** What is wrong with it; empty if it can be written. */
    public Optional<Fault> fault() {
        if (name.isBlank()) {
            return Optional.of(Fault.NO_NAME);
        }
        if (city.isBlank()) {
            return Optional.of(Fault.NO_CITY);
        }
        if (country.length() != 2
                || !Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(country)) {
            return Optional.of(Fault.NOT_A_COUNTRY);
        }
        if (isNorwegian() && !postcode.matches("[0-9]{4}")) {
            return Optional.of(Fault.NOT_A_POSTCODE);
        }
        List<String> block = block();
        if (block.size() > MOST_LINES) {
            return Optional.of(Fault.TOO_MANY_LINES);
        }
        if (block.stream().anyMatch(line -> line.length() > LONGEST_LINE)) {
            return Optional.of(Fault.LINE_TOO_LONG);
        }
        return block.stream().anyMatch(line -> line.chars().anyMatch(Character::isISOControl))
                ? Optional.of(Fault.CONTROL_CHARACTERS)
                : Optional.empty();
    }

    /**
     * The lines for the window, without empty ones. A country abroad stands last, in Norwegian, as
     * Posten asks. Source: 21grams.se, "Adressera rätt i Norge".
     */
    public List<String> block() {
        List<String> block = new ArrayList<>();
        Stream.concat(Stream.of(name), lines.stream())
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(block::add);
        block.add((postcode.strip() + " " + city.strip().toUpperCase(BOKMAL)).strip());
        if (!isNorwegian()) {
            block.add(Locale.of("", country).getDisplayCountry(BOKMAL).toUpperCase(BOKMAL));
        }
        return block;
    }

    private boolean isNorwegian() {
        return country.equals("NO");
    }

    /** Says nothing of where: an address is no word for a log. */
    @Override
    public String toString() {
        return "PostalAddress[" + country + "]";
    }
}

package no.segl.app.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import no.segl.app.export.CsvSheet;
import no.segl.app.export.Sheet.Cell;
import no.segl.client.Letter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes letters for people, programs and spreadsheets. */
final class LettersOutput {

    private static final List<String> HEAD =
            List.of(
                    "days",
                    "status",
                    "category",
                    "sender",
                    "recipient",
                    "reference",
                    "next look",
                    "id");

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final PrintWriter out;
    private final boolean received;

    LettersOutput(PrintWriter out, boolean received) {
        this.out = out;
        this.received = received;
    }

    void write(Letters.Form form, List<Letter.Listed> letters) {
        switch (form) {
            case TABLE -> table(letters);
            case JSON -> out.println(JSON.writeValueAsString(letters));
            case CSV -> csv(letters);
        }
        out.flush();
    }

    private static List<String> cells(Letter.Listed letter) {
        return List.of(
                Long.toString(letter.days()),
                letter.status(),
                letter.category(),
                letter.senderName() + " (" + letter.sender() + ")",
                letter.recipientName() + " (" + letter.recipient() + ")",
                letter.sendersReference().or(letter::caseNumber).orElse(""),
                letter.nextLook().map(l -> l.at().toString()).orElse(""),
                letter.id());
    }

    private void csv(List<Letter.Listed> letters) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            CsvSheet csv = new CsvSheet(bytes);
            csv.head(HEAD);
            for (Letter.Listed letter : letters) {
                csv.row(cells(letter).stream().<Cell>map(Cell.Text::new).toList());
            }
            csv.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.print(bytes.toString(StandardCharsets.UTF_8));
    }

    /** What is the same in each row, such as oneself, is left out: a line is to fit a screen. */
    private void table(List<Letter.Listed> letters) {
        if (letters.isEmpty()) {
            out.println("None.");
            return;
        }
        int wide = letters.stream().mapToInt(l -> other(l).length()).max().orElse(0);
        String form = "%5s  %-10s  %-" + Math.clamp(wide, 5, 44) + "s  %-22s  %-16s  %s";
        out.println(
                row(
                        form,
                        "DAYS",
                        "STATUS",
                        received ? "FROM" : "TO",
                        "CATEGORY",
                        "NEXT LOOK",
                        "ID"));
        for (Letter.Listed letter : letters) {
            out.println(
                    row(
                            form,
                            Long.toString(letter.days()),
                            letter.status(),
                            cut(other(letter), 44),
                            letter.category(),
                            look(letter.nextLook()),
                            letter.id()));
        }
        out.println(letters.size() == 1 ? "1 letter." : letters.size() + " letters.");
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private static String row(String form, String... cells) {
        return String.format(form, (Object[]) cells).stripTrailing();
    }

    private String other(Letter.Listed letter) {
        return received ? letter.senderName() : letter.recipientName();
    }

    private static String look(Optional<Letter.Look> look) {
        return look.map(l -> l.at().toString().substring(0, 16)).orElse("-");
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}

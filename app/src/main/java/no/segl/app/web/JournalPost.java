package no.segl.app.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.segl.app.store.SentLetters;
import no.segl.app.store.Watched;
import org.jspecify.annotations.Nullable;

/**
 * What an archive needs of a letter that was sent, with the names and words of Noark 5 (the
 * metadata catalogue of the National Archives, objects journalpost, korrespondansepart and
 * merknad). It is no transfer: what the archive itself gives, as the number in its journal, is not
 * there. No title is, either, since only those who may read the letter know it.
 *
 * @param systemID M001: the letter's id
 * @param opprettetDato M600
 * @param opprettetAv M601
 * @param tittel M020: says only what kind of letter it is
 * @param dokumentmedium M300
 * @param korrespondansepart who sent it and to whom
 * @param journalposttype M082
 * @param journalstatus M053
 * @param dokumentetsDato M103
 * @param sendtDato M105: when it became available to its recipient
 * @param merknad what became of it
 * @param virksomhetsspesifikkeMetadata M711: what Noark 5 has no name for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JournalPost(
        String systemID,
        String opprettetDato,
        String opprettetAv,
        String tittel,
        String dokumentmedium,
        List<Part> korrespondansepart,
        String journalposttype,
        String journalstatus,
        String dokumentetsDato,
        @Nullable String sendtDato,
        List<Remark> merknad,
        Own virksomhetsspesifikkeMetadata) {

    private static final String BY = "Segl";

    /**
     * One end of the letter.
     *
     * @param korrespondanseparttype M087
     * @param korrespondansepartNavn M400
     * @param organisasjonsID M049
     */
    public record Part(
            String korrespondanseparttype, String korrespondansepartNavn, String organisasjonsID) {}

    /**
     * Something that happened to it.
     *
     * @param merknadstekst M310
     * @param merknadstype M084
     * @param merknadsdato M611
     * @param merknadRegistrertAv M612
     */
    public record Remark(
            String merknadstekst,
            String merknadstype,
            String merknadsdato,
            String merknadRegistrertAv) {}

    /**
     * What is Segl's own.
     *
     * @param status the same word as in Segl's API
     * @param kategori the code of the category
     * @param referanse the sender's reference
     * @param saksnummer the sender's case number
     * @param bevis the file name of the proof that belongs on the record
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Own(
            String status,
            String kategori,
            @Nullable String referanse,
            @Nullable String saksnummer,
            String bevis) {}

    /** Of a letter on a page of its own. */
    static JournalPost of(SentLetters.Row row, String category) {
        return make(
                new Letter(
                        row.id().toString(),
                        new Part("Avsender", row.senderName(), row.sender().value()),
                        new Part("Mottaker", row.recipientName(), row.recipient().value()),
                        row.status().name(),
                        row.category().code(),
                        row.sendersReference(),
                        row.caseNumber()),
                new Times(row.acceptedAt(), row.availableAt(), row.openedAt(), row.closedAt()),
                category);
    }

    /** Of a letter in a list. */
    static JournalPost of(Watched.Row row, String category) {
        return make(
                new Letter(
                        row.id().toString(),
                        new Part("Avsender", row.senderName(), row.sender().value()),
                        new Part("Mottaker", row.recipientName(), row.recipient().value()),
                        row.state().name(),
                        row.category().code(),
                        row.reference(),
                        row.caseNumber()),
                new Times(row.acceptedAt(), row.availableAt(), row.openedAt(), row.closedAt()),
                category);
    }

    private record Letter(
            String id,
            Part sender,
            Part recipient,
            String status,
            String category,
            Optional<String> reference,
            Optional<String> caseNumber) {}

    private record Times(
            Instant accepted,
            Optional<Instant> available,
            Optional<Instant> opened,
            Optional<Instant> closed) {}

    private static JournalPost make(Letter letter, Times times, String category) {
        List<Remark> remarks = new ArrayList<>();
        times.available()
                .ifPresent(at -> remarks.add(remark("Gjort tilgjengelig for mottakeren", at)));
        times.opened().ifPresent(at -> remarks.add(remark("Åpnet hos mottakeren", at)));
        times.closed().ifPresent(at -> remarks.add(remark(ending(letter.status()), at)));
        return new JournalPost(
                letter.id(),
                times.accepted().toString(),
                BY,
                "Taushetsbelagt brev: " + category,
                "Elektronisk arkiv",
                List.of(letter.sender(), letter.recipient()),
                "Utgående dokument",
                letter.status().equals("WITHDRAWN")
                        ? "Utgår"
                        : times.available().isPresent()
                                ? "Ekspedert"
                                : "Ferdigstilt fra saksbehandler",
                times.accepted().toString(),
                times.available().map(Instant::toString).orElse(null),
                remarks,
                new Own(
                        letter.status().toLowerCase(Locale.ROOT),
                        letter.category(),
                        letter.reference().orElse(null),
                        letter.caseNumber().orElse(null),
                        "segl-" + letter.id() + ".zip"));
    }

    private static Remark remark(String text, Instant at) {
        return new Remark(text, "Status", at.toString(), BY);
    }

    private static String ending(String status) {
        return switch (status) {
            case "WITHDRAWN" -> "Trukket tilbake av avsenderen";
            case "SETTLED" -> "Avklart på annen måte";
            case "POSTED" -> "Sendt på papir";
            default -> "Lukket";
        };
    }
}

package no.segl.sandbox.altinn;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import no.segl.sandbox.time.Agenda;
import no.segl.sandbox.time.Chance;
import no.segl.sandbox.time.Knob;
import no.segl.sandbox.time.Knobs;
import no.segl.sandbox.wire.Json;
import tools.jackson.databind.JsonNode;

/** Files, on their way to a message. */
final class Attachments {

    private static final Set<String> TYPES =
            Set.of(
                    "doc", "xls", "docx", "xlsx", "ppt", "pps", "zip", "pdf", "html", "txt", "xml",
                    "jpg", "jpeg", "gif", "bmp", "png", "json", "csv", "dcm", "dicom");
    private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"/\\\\|?*\\p{Cntrl}]");
    private static final Pattern RESERVED =
            Pattern.compile(
                    "(CON|PRN|AUX|NUL|COM[1-9]|LPT[1-9])(\\..*)?", Pattern.CASE_INSENSITIVE);

    /** A file with this text in it is found to be malware. */
    private static final String EICAR = "EICAR-STANDARD-ANTIVIRUS-TEST-FILE";

    private final Map<UUID, Attachment> all = new LinkedHashMap<>();
    private final Agenda agenda;
    private final Chance chance;
    private final Knobs knobs;

    /** Told when one is published or has failed. */
    private final BiConsumer<Attachment, Instant> ready;

    enum State {
        INITIALIZED("Initialized"),
        UPLOAD_PROCESSING("UploadProcessing"),
        PUBLISHED("Published"),
        PURGED("Purged"),
        FAILED("Failed");

        private final String word;

        State(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    record Row(State state, Instant at) {}

    /** One file. */
    static final class Attachment {
        private final UUID id;
        private final Resource resource;
        private final JsonNode about;
        private final List<Row> rows = new ArrayList<>();
        private final List<UUID> messages = new ArrayList<>();
        private byte[] bytes = {};

        Attachment(UUID id, Resource resource, JsonNode about) {
            this.id = id;
            this.resource = resource;
            this.about = about;
        }

        UUID id() {
            return id;
        }

        Resource resource() {
            return resource;
        }

        JsonNode about() {
            return about;
        }

        List<Row> rows() {
            return rows;
        }

        State state() {
            return rows.getLast().state();
        }

        List<UUID> messages() {
            return messages;
        }

        byte[] bytes() {
            return bytes.clone();
        }
    }

    Attachments(Agenda agenda, Chance chance, Knobs knobs, BiConsumer<Attachment, Instant> ready) {
        this.agenda = agenda;
        this.chance = chance;
        this.knobs = knobs;
        this.ready = ready;
    }

    /** Makes room for one. */
    Attachment initialize(Resource resource, JsonNode about, Instant now) {
        check(about);
        Attachment made = new Attachment(chance.id(), resource, about);
        made.rows.add(new Row(State.INITIALIZED, now));
        all.put(made.id, made);
        return made;
    }

    private void check(JsonNode about) {
        String name = Json.text(about, "fileName").orElse("");
        if (name.isEmpty()) {
            throw Refused.bad(2010, "Filename is missing");
        }
        if (name.length() > 255) {
            throw Refused.bad(2011, "Filename is too long");
        }
        if (FORBIDDEN.matcher(name).find()) {
            throw Refused.bad(2012, "Filename contains invalid characters");
        }
        if (RESERVED.matcher(name).matches()) {
            throw Refused.bad(2021, "Filename is reserved");
        }
        String type = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!name.contains(".") || !TYPES.contains(type)) {
            throw Refused.bad(2013, "Filetype not allowed");
        }
        if (Json.text(about, "sendersReference").isEmpty()) {
            throw Refused.field("sendersReference", "The SendersReference field is required.");
        }
        long days = about.path("expirationInDays").asLong(Long.MAX_VALUE);
        if (days < knobs.whole(Knob.EXPIRY_DAYS_LEAST)) {
            throw Refused.bad(2017, "An attachment must last longer");
        }
    }

    /** Takes the bytes of one, once. */
    void upload(Attachment attachment, byte[] bytes, Instant now) {
        if (attachment.state() != State.INITIALIZED) {
            throw Refused.bad(2005, "File has already been or is being uploaded");
        }
        if (bytes.length == 0) {
            throw Refused.bad(2004, "File must have content");
        }
        attachment.bytes = bytes.clone();
        attachment.rows.add(new Row(State.UPLOAD_PROCESSING, now));
        Optional<String> checksum = Json.text(attachment.about, "checksum");
        if (checksum.filter(c -> !c.equals(md5(bytes))).isPresent()) {
            attachment.rows.add(new Row(State.FAILED, now));
            ready.accept(attachment, now);
            throw Refused.bad(2008, "Checksum mismatch");
        }
        Duration scan = knobs.duration(Knob.SCAN_LAG);
        agenda.at(now.plus(scan), at -> scanned(attachment, at));
    }

    private void scanned(Attachment attachment, Instant at) {
        if (attachment.state() == State.UPLOAD_PROCESSING) {
            boolean bad =
                    new String(attachment.bytes, java.nio.charset.StandardCharsets.ISO_8859_1)
                            .contains(EICAR);
            attachment.rows.add(new Row(bad ? State.FAILED : State.PUBLISHED, at));
            ready.accept(attachment, at);
        }
    }

    void purge(Attachment attachment, Instant now) {
        if (attachment.state() == State.PURGED) {
            throw Refused.bad(2006, "File has already been purged");
        }
        if (!attachment.messages.isEmpty()) {
            throw Refused.bad(2007, "Attachment is linked to at least one existing correspondence");
        }
        attachment.rows.add(new Row(State.PURGED, now));
        attachment.bytes = new byte[0];
    }

    Attachment find(UUID id) {
        return Optional.ofNullable(all.get(id)).orElseThrow(Refused::noAttachment);
    }

    Attachment known(UUID id) {
        return Objects.requireNonNull(all.get(id));
    }

    /** One that was uploaded before, and may go with a message of {@code sender}. */
    Attachment existing(UUID id, String sender) {
        Attachment found =
                Optional.ofNullable(all.get(id))
                        .orElseThrow(() -> Refused.bad(1007, "Existing attachment not found"));
        if (!found.resource.owner().equals(sender)) {
            throw Refused.bad(1017, "The sender must be that of the existing attachments");
        }
        if (found.state() != State.PUBLISHED) {
            throw Refused.bad(1018, "Attachment is not published");
        }
        return found;
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package no.segl.app.connect.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.segl.app.connect.mail.Bounces.Delivery;
import no.segl.app.connect.mail.Bounces.Result;

/**
 * Understands a report of delivery: a multipart/report (RFC 6522) with a message/delivery-status
 * (RFC 3464). Only its top level is looked at, and only headers are taken from what it returns.
 */
final class DeliveryReport {

    /** More than any report; the rest of a mail is not looked at for parts. */
    private static final int PARTS = 10;

    private static final String[] SENT_TO = {"Delivered-To", "X-Original-To", "Envelope-To", "To"};

    private static final Pattern STATUS =
            Pattern.compile("^\\s*([245]\\.\\d{1,3}\\.\\d{1,3})(?!\\d)");

    private static final Session NO_SERVER = Session.getInstance(new Properties());

    private final Marks marks;

    DeliveryReport(Marks marks) {
        this.marks = marks;
    }

    /**
     * What a mail says.
     *
     * @return empty if it is no report or cannot be understood; a list of none if it is one without
     *     news
     */
    Optional<List<Result>> read(byte[] mail) {
        try {
            MimeMessage message = new MimeMessage(NO_SERVER, new ByteArrayInputStream(mail));
            if (!message.isMimeType("multipart/report")
                    || !(message.getContent() instanceof MimeMultipart parts)) {
                return Optional.empty();
            }
            return read(message, parts);
        } catch (MessagingException | IOException | RuntimeException e) {
            // Anybody can send anything to this mailbox, and no mail may stop those after it.
            return Optional.empty();
        }
    }

    private Optional<List<Result>> read(MimeMessage message, MimeMultipart parts)
            throws MessagingException, IOException {
        Optional<UUID> id = addressed(message);
        String status = "";
        for (int i = 0; i < Math.min(parts.getCount(), PARTS); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType("message/delivery-status")) {
                status = text(part);
            } else if (part.isMimeType("message/rfc822")
                    || part.isMimeType("text/rfc822-headers")) {
                Optional<UUID> returned = returned(part);
                id = id.or(() -> returned);
            }
        }
        List<Optional<Delivery>> actions = new ArrayList<>();
        List<Result> results = new ArrayList<>();
        for (String group : status.split("\\n[ \\t]*\\n", -1)) {
            InternetHeaders fields = headers(group);
            Optional<String> action = field(fields, "Action");
            if (action.isPresent() && id.isPresent()) {
                Optional<Delivery> delivery = delivery(action.get());
                actions.add(delivery);
                String code = code(field(fields, "Status").orElse(""));
                UUID of = id.get();
                delivery.ifPresent(news -> results.add(new Result(of, news, code)));
            }
        }
        return actions.isEmpty() ? Optional.empty() : Optional.of(results);
    }

    private Optional<UUID> addressed(MimeMessage message) throws MessagingException {
        for (String name : SENT_TO) {
            String[] values = message.getHeader(name);
            Optional<UUID> id =
                    Stream.of(values == null ? new String[0] : values)
                            .flatMap(value -> marks.inAddresses(value).stream())
                            .findFirst();
            if (id.isPresent()) {
                return id;
            }
        }
        return Optional.empty();
    }

    private Optional<UUID> returned(BodyPart part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return field(new InternetHeaders(in), "Message-ID").flatMap(marks::inMessageId);
        }
    }

    /** {@code relayed} and {@code expanded} are no news: nobody knows how it went on. */
    private static Optional<Delivery> delivery(String action) {
        return switch (action.replaceAll("[^A-Za-z].*", "").toLowerCase(Locale.ROOT)) {
            case "failed" -> Optional.of(Delivery.BOUNCED);
            case "delayed" -> Optional.of(Delivery.DELAYED);
            case "delivered" -> Optional.of(Delivery.DELIVERED);
            default -> Optional.empty();
        };
    }

    private static String code(String status) {
        Matcher code = STATUS.matcher(status);
        return code.find() ? code.group(1) : "";
    }

    private static String text(BodyPart part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).replace("\r", "");
        }
    }

    private static InternetHeaders headers(String group) throws MessagingException {
        return new InternetHeaders(
                new ByteArrayInputStream(
                        (group.strip() + "\n\n").getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static Optional<String> field(InternetHeaders fields, String name) {
        return Optional.ofNullable(fields.getHeader(name, null)).map(String::strip);
    }
}

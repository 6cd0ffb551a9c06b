package no.segl.proof.demo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Everybody's mailbox: a real SMTP server on this machine that takes whatever is sent, and delivers
 * it to a folder. Nothing leaves the machine.
 */
final class Postbox implements AutoCloseable {

    private final Path folder;
    private final GreenMail server;
    private int number;

    /**
     * One mail that came.
     *
     * @param number which it was, from 1
     */
    record Mail(int number, Instant at, String to, String subject, String text) {}

    /**
     * Starts to take mail.
     *
     * @param folder where it is kept; what lies there already stays
     */
    Postbox(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.number = mails().stream().mapToInt(Mail::number).max().orElse(0);
        this.server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    int port() {
        return server.getSmtp().getPort();
    }

    /** Puts what has come into the folder. */
    synchronized void deliver() throws IOException {
        try {
            for (MimeMessage message : server.getReceivedMessages()) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                message.writeTo(bytes);
                number++;
                Files.write(folder.resolve("%05d.eml".formatted(number)), bytes.toByteArray());
            }
            server.purgeEmailFromAllMailboxes();
        } catch (MessagingException | com.icegreen.greenmail.store.FolderException e) {
            throw new IOException("a mail could not be kept", e);
        }
    }

    /** Every mail that was delivered, the newest first. */
    List<Mail> mails() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(p -> p.toString().endsWith(".eml")).toList();
        }
        List<Mail> mails = new ArrayList<>();
        for (Path file : files) {
            mails.add(read(file));
        }
        mails.sort(Comparator.comparingInt(Mail::number).reversed());
        return mails;
    }

    private static Mail read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        try {
            MimeMessage message =
                    new MimeMessage(
                            Session.getInstance(new Properties()),
                            new ByteArrayInputStream(Files.readAllBytes(file)));
            Address[] to = message.getAllRecipients();
            return new Mail(
                    Integer.parseInt(name.substring(0, name.indexOf('.'))),
                    message.getSentDate().toInstant(),
                    to == null || to.length == 0 ? "" : ((InternetAddress) to[0]).getAddress(),
                    Optional.ofNullable(message.getSubject()).orElse(""),
                    String.valueOf(message.getContent()).strip());
        } catch (MessagingException e) {
            throw new IOException("a mail of the demo cannot be read", e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}

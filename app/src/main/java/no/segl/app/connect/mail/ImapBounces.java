package no.segl.app.connect.mail;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Reads reports from a mailbox over IMAP. Nothing is thrown away: what was understood goes to one
 * folder, and everything else to another, for a person to look at.
 */
public final class ImapBounces implements Bounces {

    private static final int AT_A_TIME = 100;

    /** Reports are small; what is larger is not fetched. In bytes. */
    private static final int LARGEST = 1 << 20;

    private final Server server;
    private final Server.Login login;
    private final Folders folders;
    private final DeliveryReport reports;
    private final Session session;

    /**
     * Folders of the mailbox. The last two are made when they are needed.
     *
     * @param inbox where reports come in
     * @param read where those go that were understood
     * @param unreadable where all else goes
     */
    public record Folders(String inbox, String read, String unreadable) {

        /** Those that are used unless somebody says otherwise. */
        public static Folders usual() {
            return new Folders("INBOX", "Segl-read", "Segl-unreadable");
        }
    }

    /**
     * @param server where the mailbox is, with its login
     * @param mail how the messages went out that are reported on
     * @throws IllegalArgumentException if there is no login
     */
    public ImapBounces(Server server, SmtpMail.Settings mail, Folders folders) {
        this(server, mail, folders, null);
    }

    ImapBounces(
            Server server,
            SmtpMail.Settings mail,
            Folders folders,
            @Nullable SSLSocketFactory trusted) {
        this.server = server;
        this.login =
                server.login()
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "a mailbox has a user and a password"));
        this.folders = folders;
        this.reports = new DeliveryReport(mail.marks());
        Properties all = Sessions.properties("imap", server, trusted);
        // What is looked at only becomes read when it is put away.
        all.setProperty("mail.imap.peek", "true");
        this.session = Session.getInstance(all);
    }

    @Override
    public Tally read(Taker taker) throws Unavailable {
        try (Store store = session.getStore("imap")) {
            store.connect(server.host(), server.port(), login.user(), login.password());
            Folder read = folder(store, folders.read());
            Folder unreadable = folder(store, folders.unreadable());
            try (Folder inbox = store.getFolder(folders.inbox())) {
                inbox.open(Folder.READ_WRITE);
                return read(inbox, read, unreadable, taker);
            }
        } catch (MessagingException e) {
            throw new Unavailable(
                    "the mailbox for reports could not be reached or read ("
                            + e.getClass().getSimpleName()
                            + ")");
        }
    }

    /** Closing the folder, however this ends, takes away what was put elsewhere. */
    private Tally read(Folder inbox, Folder read, Folder unreadable, Taker taker)
            throws MessagingException {
        int waiting = inbox.getMessageCount();
        int last = Math.min(waiting, AT_A_TIME);
        Message[] mails = last == 0 ? new Message[0] : inbox.getMessages(1, last);
        FetchProfile first = new FetchProfile();
        first.add(FetchProfile.Item.FLAGS);
        first.add(FetchProfile.Item.SIZE);
        first.add(UIDFolder.FetchProfileItem.UID);
        inbox.fetch(mails, first);
        int results = 0;
        int withoutNews = 0;
        int laidAside = 0;
        List<Message> notTaken = new ArrayList<>();
        @Nullable RuntimeException failed = null;
        for (Message mail : mails) {
            if (mail.isSet(Flags.Flag.DELETED)) {
                continue;
            }
            Optional<List<Result>> found = understood(mail);
            try {
                found.ifPresent(list -> list.forEach(taker::take));
            } catch (RuntimeException e) {
                notTaken.add(mail);
                failed = e;
                continue;
            }
            results += found.map(List::size).orElse(0);
            withoutNews += found.map(list -> list.isEmpty() ? 1 : 0).orElse(0);
            laidAside += found.isEmpty() ? 1 : 0;
            putAway(mail, inbox, found.isPresent() ? read : unreadable);
        }
        if (failed != null && results == 0) {
            throw failed;
        }
        for (Message mail : notTaken) {
            putAway(mail, inbox, unreadable);
            laidAside++;
        }
        inbox.expunge();
        return new Tally(
                results, withoutNews, laidAside, unreadable.getMessageCount(), waiting > last);
    }

    private static void putAway(Message mail, Folder from, Folder to) throws MessagingException {
        from.copyMessages(new Message[] {mail}, to);
        mail.setFlag(Flags.Flag.DELETED, true);
    }

    private Optional<List<Result>> understood(Message mail) throws MessagingException {
        if (mail.getSize() > LARGEST) {
            return Optional.empty();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            mail.writeTo(bytes);
        } catch (IOException e) {
            return Optional.empty();
        }
        return reports.read(bytes.toByteArray());
    }

    private static Folder folder(Store store, String name) throws MessagingException {
        Folder folder = store.getFolder(name);
        if (!folder.exists() && !folder.create(Folder.HOLDS_MESSAGES)) {
            throw new MessagingException("a folder cannot be made");
        }
        return folder;
    }
}

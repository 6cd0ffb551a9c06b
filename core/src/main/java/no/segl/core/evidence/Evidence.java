package no.segl.core.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import no.segl.core.evidence.Event.Told;
import no.segl.core.ledger.Entry;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Side;

/** Tells one end of a letter what the letter's entries prove. */
public final class Evidence {

    /** The types of entries without which later ones of the same letter cannot be told rightly. */
    public static final List<String> NEEDED =
            List.of("LetterAccepted", "CaseRaised", "NoticeOrdered");

    private final Side viewer;
    private final Map<String, Side> cases = new HashMap<>();
    private final Map<String, Notice.Kind> notices = new HashMap<>();
    private final Map<String, String> addressees = new HashMap<>();
    private String recipient = "";

    private Evidence(Side viewer) {
        this.viewer = viewer;
    }

    /**
     * What {@code viewer} may be told, one event for each entry, in the same order.
     *
     * @param entries all entries of one letter, in order; or some of them, with all before those
     *     that are {@link #NEEDED}
     */
    public static List<Event> of(List<Entry> entries, Side viewer) {
        Evidence evidence = new Evidence(viewer);
        List<Event> events = new ArrayList<>();
        for (Entry entry : entries) {
            evidence.remember(entry);
            events.add(evidence.event(entry));
        }
        return events;
    }

    /** What later entries of the same case, or about the same notice, do not say again. */
    private void remember(Entry entry) {
        SortedMap<String, String> values = entry.values();
        switch (entry.type()) {
            case "LetterAccepted" -> recipient = "unit:" + values.getOrDefault("recipient", "");
            case "CaseRaised" -> cases.put(text(values, "case"), Side.valueOf(text(values, "at")));
            case "NoticeOrdered" -> {
                notices.put(text(values, "notice"), Notice.Kind.valueOf(text(values, "kind")));
                addressees.put(text(values, "notice"), text(values, "to"));
            }
            default -> {}
        }
    }

    private Event event(Entry entry) {
        Optional<Kind> kind = Kind.of(entry.type());
        if (kind.isEmpty() || isOthers(kind.get(), entry)) {
            return new Event(entry.number(), entry.hash(), Optional.empty(), Optional.empty());
        }
        boolean byPerson = entry.actorKind().equals("person");
        boolean showsActor = !byPerson || isMine(actsAt(kind.get(), entry));
        boolean showsNamed = isMine(namesAt(kind.get(), entry));
        SortedMap<String, String> values = new TreeMap<>(entry.values());
        boolean left = !showsNamed && values.entrySet().removeIf(Evidence::namesPerson);
        Told told =
                new Told(
                        entry.type(),
                        entry.at(),
                        entry.actorKind(),
                        role(kind.get(), entry),
                        showsActor ? Optional.of(entry.actorId()) : Optional.empty(),
                        entry.right(),
                        kind.get().etsi().filter(_ -> isToRecipient(entry)),
                        values);
        return new Event(
                entry.number(),
                entry.hash(),
                Optional.of(told),
                showsActor && !left ? Optional.of(entry) : Optional.empty());
    }

    /**
     * Whether the entry is an inner matter of the other end. The sender, in whose chain it stands,
     * sees that each thing happened.
     */
    private boolean isOthers(Kind kind, Entry entry) {
        if (viewer == Side.SENDER || isReport(entry)) {
            return false;
        }
        return switch (kind.end()) {
            case OF_CASE -> caseOf(entry).filter(Side.RECIPIENT::equals).isEmpty();
            case OF_NOTICE -> !isToRecipient(entry) && !addressee(entry).equals(recipient);
            case SENDER, RECIPIENT, NOBODYS, EITHER -> false;
        };
    }

    private boolean isMine(Optional<Side> side) {
        return side.filter(viewer::equals).isPresent();
    }

    /** At which end a person is who does it; empty if that is not known. */
    private Optional<Side> actsAt(Kind kind, Entry entry) {
        return switch (kind.end()) {
            case SENDER -> Optional.of(Side.SENDER);
            case RECIPIENT, NOBODYS -> Optional.of(Side.RECIPIENT);
            case EITHER -> Optional.empty();
            case OF_NOTICE ->
                    noticeKind(entry).filter(Notice.Kind::isByReader).map(_ -> Side.RECIPIENT);
            case OF_CASE -> {
                // Raised and resolved by whatever happens to the letter, at any end.
                boolean anywhere = kind == Kind.CASE_RAISED || kind == Kind.CASE_RESOLVED;
                yield isReport(entry) || isOfSeal(entry)
                        ? Optional.of(Side.RECIPIENT)
                        : anywhere ? Optional.empty() : caseOf(entry);
            }
        };
    }

    /** At which end a person is whom it names; empty if that is not known. */
    private Optional<Side> namesAt(Kind kind, Entry entry) {
        if (kind.end() != Kind.End.OF_NOTICE) {
            return actsAt(kind, entry);
        }
        return noticeKind(entry)
                .flatMap(notice ->
                        switch (notice) {
                            case ARRIVED, STILL_UNOPENED, NOBODY_CAN_OPEN, LONG_UNOPENED, SHARED ->
                                    Optional.of(Side.RECIPIENT);
                            case SENDER_LONG_UNOPENED -> Optional.of(Side.SENDER);
                            case CASE_WAITING -> Optional.empty();
                        });
    }

    private Role role(Kind kind, Entry entry) {
        return switch (entry.actorKind()) {
            case "segl" -> Role.SEGL;
            case "machine" -> Role.SENDER;
            default ->
                    kind.end() == Kind.End.NOBODYS
                            ? Role.REFUSED
                            : actsAt(kind, entry)
                                    .map(side -> side == Side.SENDER ? Role.SENDER : Role.RECIPIENT)
                                    .orElse(Role.UNCLEAR);
        };
    }

    /** Whether somebody at the recipient says by it that the letter is not for them. */
    private static boolean isReport(Entry entry) {
        return entry.type().equals(Kind.CASE_RAISED.type())
                && text(entry.values(), "reason").equals(Matter.Reason.WRONG_ADDRESSEE.name());
    }

    /** Whether it is that something sealed was unread, or read: both by whoever reads there. */
    private static boolean isOfSeal(Entry entry) {
        return text(entry.values(), "reason").equals(Matter.Reason.SEALED_UNREAD.name());
    }

    private Optional<Side> caseOf(Entry entry) {
        SortedMap<String, String> values = entry.values();
        return values.containsKey("at")
                ? Optional.of(Side.valueOf(text(values, "at")))
                : Optional.ofNullable(cases.get(text(values, "case")));
    }

    /** Whether it is no notice, or one that those at the recipient get. */
    private boolean isToRecipient(Entry entry) {
        boolean isNotice = entry.values().containsKey("notice");
        return !isNotice || noticeKind(entry).filter(Notice.Kind::isForRecipient).isPresent();
    }

    private Optional<Notice.Kind> noticeKind(Entry entry) {
        return Optional.ofNullable(notices.get(text(entry.values(), "notice")));
    }

    private String addressee(Entry entry) {
        return addressees.getOrDefault(text(entry.values(), "notice"), "");
    }

    private static boolean namesPerson(Map.Entry<String, String> value) {
        return value.getKey().equals("person") || value.getValue().startsWith("person:");
    }

    private static String text(SortedMap<String, String> values, String name) {
        return values.getOrDefault(name, "");
    }
}

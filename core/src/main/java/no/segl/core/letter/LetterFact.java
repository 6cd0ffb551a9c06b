package no.segl.core.letter;

import static java.util.Map.entry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import no.segl.core.access.Clearance;
import no.segl.core.access.Share;
import no.segl.core.id.DocumentId;
import no.segl.core.id.LetterId;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Fact;

/** What has happened to a letter. The names follow the events of ETSI EN 319 522 in kind. */
public sealed interface LetterFact extends Fact {

    LetterId letter();

    @Override
    default String subject() {
        return "letter:" + letter();
    }

    @Override
    default SortedMap<String, String> values() {
        return new TreeMap<>();
    }

    /**
     * Segl took it over from the sender.
     *
     * @param documents what was sealed; the ledger gets id, size and digest of each, never a name
     */
    record LetterAccepted(Envelope envelope, List<Document> documents) implements LetterFact {
        public LetterAccepted {
            documents = List.copyOf(documents);
        }

        @Override
        public LetterId letter() {
            return envelope.id();
        }

        @Override
        public SortedMap<String, String> values() {
            SortedMap<String, String> values = new TreeMap<>();
            values.put("dispatch", envelope.dispatch().toString());
            values.put("sender", envelope.sender().value());
            values.put("recipient", envelope.recipient().value());
            values.put("category", envelope.category().code());
            values.put("language", envelope.language().code());
            envelope.replyTo().ifPresent(r -> values.put("replyTo", r.toString()));
            for (int i = 0; i < documents.size(); i++) {
                values.putAll(documents.get(i).values("document.%03d.".formatted(i + 1)));
            }
            return values;
        }
    }

    /** It became visible to those who may open it. */
    record LetterAvailable(LetterId letter) implements LetterFact {}

    /** It was opened for the first time. */
    record LetterOpened(LetterId letter) implements LetterFact {}

    /** An opened letter was read again, or by another person. */
    record LetterRead(LetterId letter) implements LetterFact {}

    /** A document was fetched, whole or in part. */
    record DocumentRead(LetterId letter, DocumentId document) implements LetterFact {
        @Override
        public SortedMap<String, String> values() {
            return new TreeMap<>(Map.of("document", document.toString()));
        }
    }

    /** Somebody tried to read it who may not: the ledger gets why, and where it can be changed. */
    record OpeningRefused(LetterId letter, Clearance.Denied why) implements LetterFact {
        @Override
        public SortedMap<String, String> values() {
            return new TreeMap<>(Map.of("ground", why.ground().name(), "unit", why.unit().value()));
        }
    }

    /** It was shared with one person. */
    record LetterShared(Share share) implements LetterFact {
        @Override
        public LetterId letter() {
            return share.letter();
        }

        @Override
        public SortedMap<String, String> values() {
            SortedMap<String, String> values = new TreeMap<>();
            values.put("share", share.id().toString());
            values.put("person", share.person().toString());
            values.put("documents", Boolean.toString(share.documents()));
            if (share.sealed()) {
                values.put("sealed", "true");
            }
            values.put("from", share.from().toString());
            share.until().ifPresent(u -> values.put("until", u.toString()));
            share.deputyFor().ifPresent(absent -> values.put("deputyFor", absent.toString()));
            return values;
        }
    }

    /**
     * When it was sent, the recipient was not known to be able to open it.
     *
     * @param verdict a code, see package {@code readiness}
     * @param ground a code: why
     * @param response what was done about it
     */
    record RecipientNotReady(
            LetterId letter, String verdict, String ground, Sending.Response response)
            implements LetterFact {
        @Override
        public SortedMap<String, String> values() {
            return new TreeMap<>(
                    Map.of("verdict", verdict, "ground", ground, "response", response.name()));
        }
    }

    /** A share was ended. */
    record ShareEnded(LetterId letter, UUID share) implements LetterFact {
        @Override
        public SortedMap<String, String> values() {
            return new TreeMap<>(Map.of("share", share.toString()));
        }
    }

    /** It was given to one of its readers at the recipient, who has it from now on. */
    record LetterAssigned(LetterId letter, PersonId person) implements LetterFact {
        @Override
        public SortedMap<String, String> values() {
            return new TreeMap<>(Map.of("person", person.toString()));
        }
    }

    /** Nobody in particular has it any longer. */
    record AssignmentEnded(LetterId letter) implements LetterFact {}

    /** One of its readers at the recipient was done with it. */
    record LetterHandled(LetterId letter) implements LetterFact {}

    /** There was something more to do with it. */
    record HandlingReopened(LetterId letter) implements LetterFact {}

    /**
     * The sender took it back.
     *
     * @param reason a code, see {@link Withdrawing.Reason}
     */
    record LetterWithdrawn(LetterId letter, Withdrawing.Reason reason) implements LetterFact {
        @Override
        public SortedMap<String, String> values() {
            return new TreeMap<>(Map.of("reason", reason.name()));
        }
    }

    /**
     * It was due to be looked at, and was: still not opened.
     *
     * @param rule the rule that made it due
     * @param rules the version of the rule table
     * @param steps how many steps of its plan have been taken with this look
     * @param readers how many people could open it then
     * @param renotified whether this is the second notice that the law asks for (law:
     *     eforvaltningsforskriften-8)
     */
    record LetterLookedAt(
            LetterId letter, String rule, int rules, int steps, int readers, boolean renotified)
            implements LetterFact {

        @Override
        public SortedMap<String, String> values() {
            return new TreeMap<>(
                    Map.ofEntries(
                            entry("rule", rule),
                            entry("rules", Integer.toString(rules)),
                            entry("steps", Integer.toString(steps)),
                            entry("readers", Integer.toString(readers)),
                            entry("renotified", Boolean.toString(renotified))));
        }
    }

    /**
     * Somebody is to be told of it.
     *
     * @param notice the notice's id, which what becomes of it goes by
     */
    record NoticeOrdered(LetterId letter, UUID notice, Notice.Kind kind, Notice.To to)
            implements LetterFact {
        @Override
        public SortedMap<String, String> values() {
            return new TreeMap<>(
                    Map.of("notice", notice.toString(), "kind", kind.name(), "to", to.code()));
        }
    }

    /**
     * A notice was taken over by who carries it (law: eforvaltningsforskriften-8).
     *
     * @param at whose address it went to: not always the one it was for
     */
    record NoticeSent(
            LetterId letter, UUID notice, Notice.Kind kind, Notice.To at, Notice.Channel channel)
            implements LetterFact {

        @Override
        public SortedMap<String, String> values() {
            return new TreeMap<>(
                    Map.ofEntries(
                            entry("notice", notice.toString()),
                            entry("kind", kind.name()),
                            entry("at", at.code()),
                            entry("channel", channel.name())));
        }
    }

    /** Who carries a notice says that it came to its address; not that anybody has read it. */
    record NoticeDelivered(LetterId letter, UUID notice) implements LetterFact {
        @Override
        public SortedMap<String, String> values() {
            return new TreeMap<>(Map.of("notice", notice.toString()));
        }
    }

    /**
     * A notice will not come through, and is not tried again.
     *
     * @param reason a code
     */
    record NoticeFailed(LetterId letter, UUID notice, Notice.Failure reason) implements LetterFact {
        @Override
        public SortedMap<String, String> values() {
            return new TreeMap<>(Map.of("notice", notice.toString(), "reason", reason.name()));
        }
    }

    /**
     * It became a case: something that needs a person.
     *
     * @param due when the case is to have been looked at
     */
    record CaseRaised(LetterId letter, UUID matter, Matter.Reason reason, Side at, Instant due)
            implements LetterFact {
        @Override
        public SortedMap<String, String> values() {
            return new TreeMap<>(
                    Map.ofEntries(
                            entry("case", matter.toString()),
                            entry("reason", reason.name()),
                            entry("at", at.name()),
                            entry("due", due.toString())));
        }
    }

    /** Something happened to a case that it had become. */
    sealed interface OfCase extends LetterFact permits CaseFact, CaseFact.CaseResolved {}

    /** A named person closed it for the sender without its being opened. */
    record LetterSettled(LetterId letter, Settling.Reason reason) implements LetterFact {
        @Override
        public SortedMap<String, String> values() {
            return new TreeMap<>(Map.of("reason", reason.name()));
        }
    }

    /** It was posted on paper. */
    record LetterPosted(LetterId letter, UUID job) implements LetterFact {
        @Override
        public SortedMap<String, String> values() {
            return new TreeMap<>(Map.of("job", job.toString()));
        }
    }

    /**
     * Its key was destroyed, so that nobody can read it any more.
     *
     * @param rule the rule that set how long it was kept
     */
    record ContentDestroyed(LetterId letter, String rule, int rules) implements LetterFact {
        @Override
        public SortedMap<String, String> values() {
            return new TreeMap<>(Map.of("rule", rule, "rules", Integer.toString(rules)));
        }
    }
}

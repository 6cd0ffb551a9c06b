package no.segl.app.office;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import no.segl.app.export.Form;
import no.segl.app.store.Changes;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.ExportRows;
import no.segl.app.store.ExportRows.Export;
import no.segl.app.store.ExportRows.State;
import no.segl.app.store.ExportRows.Wish;
import no.segl.app.store.RuleTable;
import no.segl.app.vault.DataKey;
import no.segl.app.vault.Folder;
import no.segl.app.vault.ObjectName;
import no.segl.core.access.AccessFact.LettersExported;
import no.segl.core.access.Clearance;
import no.segl.core.access.Listing;
import no.segl.core.deadline.Rules.Rule;
import no.segl.core.id.ExportId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.letter.Language;
import no.segl.core.letter.Side;

/**
 * Files with lists of letters: those that are handed out at once, and those that are made while
 * whoever asked waits. Each one that is handed out is in the ledger first.
 */
public final class Exports {

    /** How many letters a file has at the most that is made while the browser waits. */
    public static final int AT_ONCE = 20_000;

    /** How many one person may have under way. */
    private static final int MOST_UNDER_WAY = 3;

    /** How many one person may have kept: a row of them is not read. */
    private static final int MOST_KEPT = 20;

    private final ExportRows rows;
    private final RuleTable rules;
    private final Access access;
    private final PostOffice.Parts parts;
    private final InstantSource clock;

    public Exports(ExportRows rows, RuleTable rules, Access access, PostOffice.Parts parts) {
        this.rows = rows;
        this.rules = rules;
        this.access = access;
        this.parts = parts;
        this.clock = parts.clock();
    }

    /** A file of theirs. */
    public record Mine(Export export, boolean mayHave) {}

    /** Whether it will be made. */
    public enum Asked {
        TAKEN,
        /** They have as many under way, or kept, as one may. */
        TOO_MANY
    }

    /** Asks for a file, which is made by whoever is free. */
    public Asked ask(PersonId person, Side side, Form form, Language language, String question) {
        Instant now = now();
        List<Export> theirs = rows.of(person, now);
        if (theirs.size() >= MOST_KEPT
                || theirs.stream().filter(e -> e.state().isUnderWay()).count() >= MOST_UNDER_WAY) {
            return Asked.TOO_MANY;
        }
        rows.insert(
                new Wish(
                        new ExportId(parts.ids().uuid()),
                        person,
                        side,
                        form.name(),
                        language,
                        question,
                        now),
                kept(now));
        return Asked.TAKEN;
    }

    /** All that they have asked for, the newest first. */
    public List<Mine> of(PersonId person) {
        Instant now = now();
        List<Mine> mine = new ArrayList<>();
        for (Export export : rows.of(person, now)) {
            mine.add(new Mine(export, mayHave(export, now)));
        }
        return mine;
    }

    /** Whether they may follow, today, every unit whose letters are in it. */
    private boolean mayHave(Export export, Instant now) {
        return access.followed(export.wish().side(), export.wish().person(), now)
                .containsAll(export.units());
    }

    /** Stops one that is under way, and throws away one that is not. */
    public void drop(ExportId id, PersonId person) throws IOException {
        Instant now = now();
        if (!rows.cancel(id, person, now) && rows.find(id, person, now).isPresent()) {
            rows.delete(id);
            parts.vault().deleteAll(Folder.of(id));
        }
    }

    /** A file that is ready, and that whoever asks may have. */
    public Optional<Export> ready(ExportId id, PersonId person) {
        Instant now = now();
        return rows.find(id, person, now).filter(e -> e.state() == State.READY && mayHave(e, now));
    }

    /**
     * Hands it out.
     *
     * @param export as {@link #ready} gave it
     * @param to where it goes; not closed
     * @return whether it was: their access may have ended this moment
     * @throws IOException if the vault fails, or {@code to}
     */
    public boolean fetch(Export export, Channel to) throws IOException {
        Wish wish = export.wish();
        ExportRows.Sealed sealed = export.sealed().orElseThrow();
        try (DataKey key = parts.wrapper().unwrap(sealed.key(), Folder.of(wish.id()));
                var plain =
                        Channels.newInputStream(
                                parts.sealer()
                                        .open(key, ObjectName.of(wish.id(), sealed.attempt())))) {
            if (!handOut(wish.person(), wish.side(), Form.valueOf(wish.form()))) {
                return false;
            }
            plain.transferTo(to.open());
            return true;
        }
    }

    /** Where a file goes, opened once it is known that it does. */
    @FunctionalInterface
    public interface Channel {

        /** Opens it. */
        OutputStream open() throws IOException;
    }

    /**
     * Writes in the ledger that a person gets such a list, where they were given the access to it.
     *
     * @return whether they may have it: false if there is nowhere that they may
     */
    public boolean handOut(PersonId person, Side side, Form form) {
        Instant now = now();
        Set<OrgNumber> from = access.followedFrom(side, person, now);
        return from.stream()
                        .sorted()
                        .filter(unit ->
                                told(
                                        unit,
                                        list(side),
                                        form,
                                        new Actor.Person(person),
                                        access.toFollow(side, person, unit, now),
                                        now))
                        .count()
                == from.size();
    }

    /** The same for a machine, at the organisation that it acts for. */
    public boolean handOut(
            Actor.Machine machine, OrgNumber unit, Side side, Form form, Clearance by) {
        return told(unit, list(side), form, machine, by, now());
    }

    /** The same for the letters that may be a breach, where a person answers for them. */
    public boolean handOutBreaches(PersonId person) {
        Instant now = now();
        Map<OrgNumber, Side> from = new TreeMap<>();
        for (Side side : Side.values()) {
            access.answeredFrom(side, person, now).forEach(unit -> from.putIfAbsent(unit, side));
        }
        return from.entrySet().stream()
                        .filter(e ->
                                told(
                                        e.getKey(),
                                        "breaches",
                                        Form.CSV,
                                        new Actor.Person(person),
                                        access.toAnswer(e.getValue(), person, e.getKey(), now),
                                        now))
                        .count()
                == from.size();
    }

    private static String list(Side side) {
        return side == Side.SENDER ? "sent" : "incoming";
    }

    private boolean told(
            OrgNumber unit, String list, Form form, Actor actor, Clearance by, Instant now) {
        String kind = form.name().toLowerCase(Locale.ROOT);
        Changes changes = parts.changes();
        return changes.unit(
                        unit,
                        new Act(actor, now),
                        () -> Listing.export(new LettersExported(unit, list, kind), by))
                instanceof Clearance.Cleared;
    }

    /** Until when a file is kept that was made, or asked for, then. */
    private Instant kept(Instant since) {
        return rules.newest().row(Rule.KEEP_EXPORT).after(since);
    }

    private Instant now() {
        return LedgerTime.exact(clock.instant());
    }
}

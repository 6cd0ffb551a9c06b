package no.segl.proof.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import no.segl.app.office.Administration.Wish;
import no.segl.app.office.Fetching;
import no.segl.app.office.Opening;
import no.segl.core.access.Category;
import no.segl.core.access.Grant;
import no.segl.core.access.Level;
import no.segl.core.access.Power;
import no.segl.core.access.Share;
import no.segl.core.id.DocumentId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Handling;
import no.segl.core.letter.Sharing;

/** People who are given access and lose it at random, on two nodes, and read or try to. */
final class History {

    static final OrgNumber MUNICIPALITY = new OrgNumber("310451207");
    static final OrgNumber SECTION = new OrgNumber("310451215");
    static final OrgNumber UNIT = new OrgNumber("310451223");
    static final OrgNumber SCHOOL = new OrgNumber("310451231");
    static final List<Category> CATEGORIES =
            List.of(new Category("CHILD_WELFARE"), new Category("UPBRINGING_EDUCATION"));

    private static final List<OrgNumber> UNITS = List.of(MUNICIPALITY, SECTION, UNIT, SCHOOL);

    /** Ids are new in each run, so what is drawn must not hang on their order. */
    private static final Comparator<Grant> NOT_BY_ID =
            Comparator.comparing(Grant::from)
                    .thenComparing(Grant::unit)
                    .thenComparing(g -> g.category().toString())
                    .thenComparing(g -> g.until().toString());

    private final RandomGenerator random;
    private final Scene scene;
    private final Set<String> seen = new HashSet<>();
    private String step = "";

    History(long seed, Scene scene) {
        random = new SplittableRandom(seed);
        this.scene = scene;
    }

    /** What has happened at least once. */
    Set<String> seen() {
        return seen;
    }

    /** Something happens, and then somebody reads; {@code name} says in which step of which. */
    void step(String name) throws Exception {
        step = name;
        PersonId person = any(scene.people());
        switch (random.nextInt(18)) {
            case 0, 1 -> give(person);
            case 2 -> giveLater(person);
            case 3, 13 -> deputise(person);
            case 4, 5 -> share(any(scene.letters()), person);
            case 6, 7 -> endGrant(person);
            case 8 -> endShare(any(scene.letters()));
            case 9 ->
                    revoking(
                            person,
                            () -> node().administration().endAll(scene.administrator(), person));
            case 10, 11 -> assign(any(scene.letters()), person);
            case 12, 15 -> handle();
            case 14 -> endDeputy(person);
            default -> scene.clock().now = later();
        }
        for (int i = 0; i < 2; i++) {
            read(node(), any(scene.people()), any(scene.letters()));
        }
    }

    private void give(PersonId person) {
        Wish wish = new Wish(any(UNITS), Power.READ, Optional.of(any(CATEGORIES)), maybeEnd());
        node().administration().give(scene.administrator(), person, List.of(wish));
    }

    /** As if entered by the operator: a grant that begins later, and may end before that. */
    private void giveLater(PersonId person) {
        Grant grant =
                new Grant(
                        new UUID(random.nextLong(), random.nextLong()),
                        person,
                        any(UNITS),
                        Power.READ,
                        Optional.of(any(CATEGORIES)),
                        now().plus(Pause.of(random)),
                        maybeEnd());
        node().enter(grant, now());
    }

    private void deputise(PersonId absent) {
        PersonId deputy = any(scene.people());
        Instant from = random.nextBoolean() ? now() : now().plus(Pause.of(random));
        Instant until = from.plus(Pause.of(random));
        seen.addAll(node().deputise(scene.administrator(), absent, deputy, from, until, now()));
    }

    /** All in whose place they were are back before their time. */
    private void endDeputy(PersonId deputy) throws Exception {
        List<PersonId> all = scene.people();
        revoking(deputy, () -> seen.addAll(node().endDeputy(scene.administrator(), all, deputy)));
    }

    /** Mostly by somebody who may read it; who may not is refused, which the ledger will show. */
    private void share(Scene.Letter letter, PersonId with) {
        PersonId by = mostlyReader(letter);
        boolean documents = random.nextBoolean();
        boolean sealed = documents && random.nextBoolean();
        var reply = node().sharer().share(letter.id(), by, with, documents, sealed, maybeEnd());
        scene.word().readOn();
        assertThat(scene.word().handedTo(letter.id(), now())).as(step).hasSizeLessThan(2);
        if (sealed && by.equals(with)) {
            assertThat(reply.orElseThrow()).as(step).isNotInstanceOf(Sharing.Reply.Done.class);
            seen.add("not to themself");
        }
    }

    /** Who is given a letter must be able to read it already: it lets nobody in. */
    private void assign(Scene.Letter letter, PersonId to) {
        PersonId by = any(scene.people());
        var reply = node().desk().assign(letter.id(), by, to);
        scene.word().readOn();
        if (reply.orElseThrow() instanceof Handling.Reply.Done) {
            assertThat(scene.word().mayFetch(letter.id(), to, now())).as(step).isTrue();
            assertThat(scene.word().mayRead(letter.id(), by, now())).as(step).isTrue();
            seen.add("assigned");
        }
    }

    /** Only what is opened, and its sealed part read, which dice alone hardly ever meet. */
    private void handle() throws Exception {
        scene.word().readOn();
        List<Scene.Letter> opened =
                scene.letters().stream().filter(l -> scene.word().isOpened(l.id())).toList();
        Scene.Letter letter = any(opened.isEmpty() ? scene.letters() : opened);
        for (PersonId person : scene.people()) {
            if (scene.word().mayUnseal(letter.id(), person, now())) {
                read(node(), person, letter);
            }
        }
        PersonId by = mostlyReader(letter);
        var reply = node().desk().handle(letter.id(), by);
        scene.word().readOn();
        if (reply.orElseThrow() instanceof Handling.Reply.Done) {
            assertThat(scene.word().isOpened(letter.id())).as(step).isTrue();
            assertThat(scene.word().mayFetch(letter.id(), by, now())).as(step).isTrue();
            seen.add("handled");
        }
    }

    private PersonId mostlyReader(Scene.Letter letter) {
        scene.word().readOn();
        List<PersonId> readers =
                scene.people().stream()
                        .filter(p -> scene.word().mayRead(letter.id(), p, now()))
                        .toList();
        return any(readers.isEmpty() || random.nextInt(4) == 0 ? scene.people() : readers);
    }

    /** Whose place it is held in, by when they came. */
    private int place(Optional<PersonId> deputyFor) {
        return deputyFor.map(scene.people()::indexOf).orElse(-1);
    }

    private void endGrant(PersonId person) throws Exception {
        List<Grant> held =
                node().grants().of(person).stream()
                        .sorted(NOT_BY_ID.thenComparingInt(g -> place(g.deputyFor())))
                        .toList();
        if (!held.isEmpty()) {
            Grant grant = any(held);
            revoking(person, () -> node().administration().end(scene.administrator(), grant.id()));
        }
    }

    private void endShare(Scene.Letter letter) throws Exception {
        List<Share> shares =
                node().shares().of(letter.id()).stream()
                        .sorted(
                                Comparator.comparing(Share::from)
                                        .thenComparingInt(s -> scene.people().indexOf(s.person()))
                                        .thenComparingInt(s -> place(s.deputyFor())))
                        .toList();
        if (!shares.isEmpty()) {
            Share share = any(shares);
            PersonId by = any(scene.people());
            revoking(share.person(), () -> node().sharer().end(letter.id(), share.id(), by));
        }
    }

    /** What is ended on one node is ended at the very next call on each. */
    private void revoking(PersonId person, Runnable end) throws Exception {
        Set<Scene.Letter> before = readable(person);
        end.run();
        before.removeAll(readable(person));
        for (Scene.Letter letter : before) {
            for (Node node : scene.nodes()) {
                assertThat(node.office().open(letter.id(), person, Level.HIGH))
                        .as("%s: revoked, on the %s node", step, node.name())
                        .isInstanceOf(Opening.Refused.class);
                for (DocumentId document : List.of(letter.document(), letter.sealed())) {
                    assertThat(node.office().fetch(letter.id(), document, person, Level.HIGH))
                            .isInstanceOf(Fetching.NotThere.class);
                }
                seen.add("revoked, tried on the " + node.name());
            }
        }
    }

    private Set<Scene.Letter> readable(PersonId person) {
        scene.word().readOn();
        Set<Scene.Letter> readable = new HashSet<>(scene.letters());
        readable.removeIf(l -> !scene.word().mayRead(l.id(), person, now()));
        return readable;
    }

    private void read(Node node, PersonId person, Scene.Letter letter) throws Exception {
        scene.word().readOn();
        boolean opened = scene.word().isOpened(letter.id());
        boolean cleared = scene.word().mayRead(letter.id(), person, now());
        boolean withDocuments = scene.word().mayFetch(letter.id(), person, now());
        boolean open = random.nextInt(3) == 0;
        Opening opening =
                open
                        ? node.office().open(letter.id(), person, Level.HIGH)
                        : node.office().look(letter.id(), person, Level.HIGH);
        // To open takes the right to the documents; to look takes less.
        boolean allowed = (open && !opened) ? withDocuments : cleared;
        Class<? extends Opening> expected =
                !allowed
                        ? Opening.Refused.class
                        : (open || opened) ? Opening.Open.class : Opening.Closed.class;
        assertThat(opening)
                .as("%s: a letter at the %s node, as the ledger has it", step, node.name())
                .isInstanceOf(expected);
        seen.add(expected.getSimpleName());
        boolean fetchable = withDocuments && (opened || (open && cleared));
        Class<? extends Fetching> refused =
                cleared && !withDocuments ? Fetching.NotShared.class : Fetching.NotThere.class;
        Class<? extends Fetching> fetched = fetchable ? Fetching.Granted.class : refused;
        assertThat(node.fetch(letter, letter.document(), person))
                .as("%s: a document at the %s node, as the ledger has it", step, node.name())
                .isEqualTo(fetched);
        seen.add("document: " + fetched.getSimpleName());
        boolean unsealable = scene.word().mayUnseal(letter.id(), person, now());
        Class<? extends Fetching> sealed =
                withDocuments && !unsealable ? Fetching.Sealed.class : fetched;
        assertThat(node.fetch(letter, letter.sealed(), person))
                .as("%s: what is sealed at the %s node, as the ledger has it", step, node.name())
                .isEqualTo(sealed);
        seen.add("sealed: " + sealed.getSimpleName());
    }

    /** To some time later; often to the very instant at which something ends, or just before. */
    private Instant later() {
        List<Instant> edges = scene.word().edges(now());
        if (edges.isEmpty() || random.nextBoolean()) {
            return now().plus(Pause.of(random));
        }
        seen.add("edge");
        Instant edge = edges.get(random.nextInt(Math.min(3, edges.size())));
        Instant justBefore = edge.minus(Duration.ofNanos(1_000));
        return random.nextBoolean() || justBefore.isBefore(now()) ? edge : justBefore;
    }

    private Optional<Instant> maybeEnd() {
        return random.nextInt(3) == 0
                ? Optional.empty()
                : Optional.of(now().plus(Pause.of(random)));
    }

    private Instant now() {
        return scene.clock().now;
    }

    private Node node() {
        return any(scene.nodes());
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}

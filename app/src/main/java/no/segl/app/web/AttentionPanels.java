package no.segl.app.web;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.segl.app.office.CheckDesk;
import no.segl.app.office.Reach;
import no.segl.app.store.Attention;
import no.segl.app.web.page.AttentionPanel;
import no.segl.app.web.page.Party;
import no.segl.app.web.page.Shell;
import org.springframework.stereotype.Component;

/** What somebody must see to, of those units that the viewer administers. */
@Component
final class AttentionPanels {

    private static final int SHOWN = 20;

    private final Words words;
    private final Attention attention;
    private final CheckDesk checks;
    private final InstantSource clock;

    AttentionPanels(Words words, Attention attention, CheckDesk checks, InstantSource clock) {
        this.words = words;
        this.attention = attention;
        this.checks = checks;
        this.clock = clock;
    }

    AttentionPanel of(Reach reach, Shell shell) {
        Words.Names names = words.categories(shell.language());
        Attention.Found found = attention.of(reach.roots(), clock.instant(), SHOWN);
        List<AttentionPanel.Item> due =
                checks.due(reach.roots()).stream()
                        .map(d ->
                                new AttentionPanel.Item(
                                        d.causes().getFirst().name(),
                                        new Party(d.name(), d.unit()),
                                        d.newest(),
                                        Optional.empty()))
                        .toList();
        Stream<AttentionPanel.Item> changed =
                found.first().stream()
                        .map(i ->
                                new AttentionPanel.Item(
                                        i.cause().name(),
                                        new Party(i.unitName(), i.unit()),
                                        i.since(),
                                        i.grant()
                                                .map(g ->
                                                        new AttentionPanel.Lost(
                                                                g.id(),
                                                                Words.person(g.person(), g.name()),
                                                                g.power(),
                                                                g.category().map(names::of),
                                                                g.until(),
                                                                reach.mayGive(
                                                                        g.power(), i.unit())))));
        return new AttentionPanel(
                Stream.concat(changed, due.stream()).toList(), found.total() + due.size());
    }
}

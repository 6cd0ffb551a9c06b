package no.segl.app.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import no.segl.app.store.Shares;
import no.segl.app.web.page.Party;
import no.segl.app.web.page.SharedPanel;
import no.segl.app.web.page.Shell;
import no.segl.core.id.OrgNumber;
import org.springframework.stereotype.Component;

/** The part of a page that says which letters are shared one by one, and with whom. */
@Component
final class SharedPanels {

    private static final int MOST = 100;

    private final Shares shares;
    private final Words words;
    private final InstantSource clock;

    SharedPanels(Shares shares, Words words, InstantSource clock) {
        this.shares = shares;
        this.words = words;
        this.clock = clock;
    }

    /**
     * The panel of letters to {@code units}, all of which the viewer administers.
     *
     * @param back the path to come back to when one is ended
     */
    SharedPanel of(Collection<OrgNumber> units, Shell shell, String back) {
        Instant now = clock.instant();
        Words.Names names = words.categories(shell.language());
        return new SharedPanel(
                shares.standing(units, now, MOST).stream().map(s -> row(s, names)).toList(),
                shares.countStanding(units, now),
                back);
    }

    private static SharedPanel.Row row(Shares.Standing standing, Words.Names names) {
        var share = standing.share();
        return new SharedPanel.Row(
                share.id(),
                share.letter(),
                Words.person(share.person(), standing.name()),
                new Party(standing.unitName(), standing.unit()),
                names.of(standing.category()),
                share.documents(),
                share.sealed(),
                share.from(),
                share.until());
    }
}

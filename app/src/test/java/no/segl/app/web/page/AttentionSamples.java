package no.segl.app.web.page;

import static no.segl.app.web.page.AccessPages.KARI;
import static no.segl.app.web.page.AccessPages.MARTE;
import static no.segl.app.web.page.AccessPages.ODD;
import static no.segl.app.web.page.World.KOMMUNE;
import static no.segl.app.web.page.World.LONG;
import static no.segl.app.web.page.World.SKOLE;
import static no.segl.app.web.page.World.ago;
import static no.segl.app.web.page.World.category;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.access.Power;

/** What waits for those who administer access. */
final class AttentionSamples {

    private AttentionSamples() {}

    static Page fourEyes(Language l, boolean waits) {
        FourEyesPage.Waiting give =
                new FourEyesPage.Waiting(
                        new UUID(5, 1),
                        SKOLE,
                        Optional.of(ODD),
                        Optional.of(category(l, 0)),
                        Optional.of(ago(-40, 0)),
                        KARI,
                        ago(1, 0),
                        ago(-13, 0),
                        false);
        FourEyesPage.Waiting end =
                new FourEyesPage.Waiting(
                        new UUID(5, 2),
                        LONG,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        MARTE,
                        ago(2, 0),
                        ago(-12, 0),
                        true);
        return new FourEyesPage(
                World.inside(l, Shell.Section.ACCESS),
                waits ? List.of(give, end) : List.of(),
                waits ? 1_240 : 0,
                new Newest<>(waits ? lapsed(l) : List.of(), waits ? 240 : 0),
                List.of(
                        new FourEyesPage.Place(KOMMUNE, waits),
                        new FourEyesPage.Place(LONG, false)),
                waits ? FourEyesPage.Said.ASKED : FourEyesPage.Said.TOO_FEW);
    }

    private static List<FourEyesPage.Lapsed> lapsed(Language l) {
        return List.of(
                new FourEyesPage.Lapsed(
                        LONG,
                        Optional.of(ODD),
                        Optional.of(category(l, 0)),
                        MARTE,
                        ago(16, 0),
                        ago(2, 0),
                        true),
                new FourEyesPage.Lapsed(
                        KOMMUNE,
                        Optional.empty(),
                        Optional.empty(),
                        KARI,
                        ago(18, 0),
                        ago(4, 0),
                        false));
    }

    static Page takeOver(Language l, boolean done) {
        TakeOverPage.Left reads =
                new TakeOverPage.Left(
                        new UUID(8, 1),
                        ODD,
                        Power.READ,
                        Optional.of(category(l, 0)),
                        Optional.of(ago(-40, 0)),
                        true);
        TakeOverPage.Left administers =
                new TakeOverPage.Left(
                        new UUID(8, 2),
                        KARI,
                        Power.ADMINISTER,
                        Optional.empty(),
                        Optional.empty(),
                        false);
        return new TakeOverPage(
                World.inside(l, Shell.Section.ACCESS),
                LONG,
                KOMMUNE,
                done ? List.of() : List.of(reads, administers),
                done ? 0 : 3,
                done ? List.of(4, 1, 0) : List.of());
    }

    static AttentionPanel attention(Language l) {
        return new AttentionPanel(
                List.of(
                        new AttentionPanel.Item(
                                "UNIT_MERGED", LONG, Optional.of(ago(3, 0)), Optional.empty()),
                        new AttentionPanel.Item(
                                "UNIT_DISSOLVED",
                                LONG,
                                Optional.of(ago(3, 0)),
                                Optional.of(
                                        new AttentionPanel.Lost(
                                                new UUID(6, 1),
                                                ODD,
                                                Power.READ,
                                                Optional.of(category(l, 0)),
                                                Optional.empty(),
                                                true))),
                        lapsing(l, "LEFT_WITHOUT_READER", 3),
                        lapsing(l, "ENDS_WITHOUT_READER", -9),
                        new AttentionPanel.Item(
                                "KEY_ROLE_CHANGED",
                                KOMMUNE,
                                Optional.of(ago(1, 0)),
                                Optional.of(
                                        new AttentionPanel.Lost(
                                                new UUID(6, 2),
                                                KARI,
                                                Power.ADMINISTER,
                                                Optional.empty(),
                                                Optional.empty(),
                                                true))),
                        new AttentionPanel.Item(
                                "NEW_WITHOUT_READER",
                                SKOLE,
                                Optional.of(ago(0, 4)),
                                Optional.empty()),
                        new AttentionPanel.Item(
                                "NOT_TAKEN_IN", SKOLE, Optional.empty(), Optional.empty()),
                        new AttentionPanel.Item(
                                "UPDATE_SKIPPED", KOMMUNE, Optional.empty(), Optional.empty())),
                31);
    }

    private static AttentionPanel.Item lapsing(Language l, String cause, int days) {
        return new AttentionPanel.Item(
                cause,
                SKOLE,
                Optional.of(ago(3, 0)),
                Optional.of(
                        new AttentionPanel.Lost(
                                new UUID(6, 3),
                                ODD,
                                Power.READ,
                                Optional.of(category(l, 1)),
                                Optional.of(ago(days, 0)),
                                true)));
    }
}

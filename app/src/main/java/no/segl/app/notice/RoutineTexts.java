package no.segl.app.notice;

import java.net.URI;
import no.segl.app.notice.NoticeTexts.NoticeText;
import no.segl.app.store.ControlNotices;
import no.segl.core.letter.Language;

/** Words e-mails of the routine: that a control is due or was not done, and figures. */
public final class RoutineTexts {

    private final String address;

    /**
     * @param publicUrl as for {@link NoticeTexts}
     */
    public RoutineTexts(URI publicUrl) {
        address = NoticeTexts.address(publicUrl);
    }

    /** That a control is to be done, or was not. */
    public NoticeText control(Language language, Errand errand) {
        Catalogue words = Catalogue.of(language);
        String key = "control." + errand.kind() + ".";
        Paragraphs body = new Paragraphs();
        body.add(
                words.text(
                        key + "lead",
                        errand.name(),
                        errand.unit().grouped(),
                        words.date(errand.due())));
        boolean nobodyDoes = errand.kind() == ControlNotices.Kind.ESCALATED;
        if (!nobodyDoes) {
            body.add(words.count("control.found", errand.found()));
        }
        body.add(words.text(key + "do"))
                .line(address + "/kontroller/gjennomforing/" + errand.run());
        if (nobodyDoes) {
            // They need not oversee the unit: they see no figures, and can mend it.
            body.add(words.text(key + "access"))
                    .line(address + "/tilganger/enhet/" + errand.unit().value());
        }
        body.add(words.text("control.end"));
        return new NoticeText(words.text(key + "subject"), body.toString());
    }

    /** How it stands with a unit's letters. */
    public NoticeText figures(Language language, Standing standing) {
        Catalogue words = Catalogue.of(language);
        Paragraphs body = new Paragraphs();
        body.add(words.text("figures.lead", standing.name(), standing.unit().grouped())).gap();
        body.item("- ", words.text("figures.in", standing.unopenedIn(), standing.overdueIn()));
        body.item("- ", words.text("figures.out", standing.unopenedOut(), standing.overdueOut()));
        standing.oldest()
                .ifPresent(days ->
                        body.item("- ", words.text("figures.oldest", words.days("age", days))));
        body.item(
                "- ",
                words.text(
                        "figures.controls",
                        standing.onTime(),
                        standing.controls(),
                        standing.missed()));
        body.item("- ", words.text("figures.breaches", standing.breaches()));
        body.add(words.text("figures.do")).line(address + "/oversikt");
        body.add(words.text("figures.end"));
        return new NoticeText(words.text("figures.subject"), body.toString());
    }
}

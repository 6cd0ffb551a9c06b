package no.segl.app.connect.printer;

import no.segl.core.letter.Language;

/** The words on the first sheet, in the letter's language. */
record FrontWords(
        String returnTo,
        String caseNumber,
        String reference,
        String documents,
        String pages,
        String more,
        String sheets,
        String why) {

    static FrontWords in(Language language) {
        return switch (language) {
            case NB ->
                    new FrontWords(
                            "Retur",
                            "Saksnummer",
                            "Vår referanse",
                            "Dokumenter i denne sendingen",
                            "sider",
                            "og %d til",
                            "Antall ark, med dette",
                            "Dette brevet er taushetsbelagt post. Det ble sendt digitalt, og kommer nå"
                                    + " på papir.");
            case NN ->
                    new FrontWords(
                            "Retur",
                            "Saksnummer",
                            "Vår referanse",
                            "Dokument i denne sendinga",
                            "sider",
                            "og %d til",
                            "Talet på ark, med dette",
                            "Dette brevet er teiepliktig post. Det vart sendt digitalt, og kjem no på"
                                    + " papir.");
            case EN ->
                    new FrontWords(
                            "Retur",
                            "Case number",
                            "Our reference",
                            "Documents in this letter",
                            "pages",
                            "and %d more",
                            "Number of sheets, with this one",
                            "This letter is confidential mail. It was sent digitally, and now comes on"
                                    + " paper.");
        };
    }
}

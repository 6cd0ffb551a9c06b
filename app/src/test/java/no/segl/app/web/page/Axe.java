package no.segl.app.web.page;

import com.deque.html.axecore.playwright.AxeBuilder;
import java.util.List;

/** Asks axe what is wrong with a page for those who do not see it, or do not use a mouse. */
final class Axe {

    private static final String SCRIPT = AxeBuilder.getAxeScript();

    private Axe() {}

    /** What axe has against the page as it stands. Only what it finds wrong crosses to us. */
    @SuppressWarnings("unchecked")
    static List<String> violations(com.microsoft.playwright.Page tab) {
        if (tab.evaluate("() => typeof axe").equals("undefined")) {
            tab.evaluate(SCRIPT);
        }
        return (List<String>)
                tab.evaluate(
                        """
                        () => axe.run({exclude: [['iframe']]}, {resultTypes: ['violations']})
                            .then(found => found.violations.map(rule =>
                                rule.id + ': ' + rule.nodes.map(node => node.html).join(' ')))
                        """);
    }
}

package no.segl.app.web.page;

/** A page: all that its template needs, and nothing that the template must look up. */
public sealed interface Page
        permits AccessibilityPage,
                ErrorPage,
                FrontPage,
                InboxPage,
                LetterPage,
                LoggedOutPage,
                ProblemIndexPage,
                ProblemPage,
                RefusedPage,
                SealedPage,
                SentLetterPage,
                SentPage {

    /** What stands around every page. */
    Shell shell();

    /** The template's file under {@code src/main/jte}. */
    String template();
}

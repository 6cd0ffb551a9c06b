package no.segl.app.web.page;

/** A page: all that its template needs, and nothing that the template must look up. */
public sealed interface Page
        permits AccessPage,
                AccessibilityPage,
                AddressPlacesPage,
                AddressesPage,
                CallListPage,
                CallPage,
                CasePage,
                CasesPage,
                ChosenPage,
                ErrorPage,
                FourEyesPage,
                FrontPage,
                GivePage,
                InboxPage,
                KeyRolePage,
                LetterPage,
                LettersPage,
                LoggedOutPage,
                NothingAdministeredPage,
                OverviewPage,
                PeoplePage,
                PersonAccessPage,
                PrintPage,
                ProblemIndexPage,
                ProblemPage,
                RefusedPage,
                ReadyPage,
                ReplyRefusedPage,
                ReviewPage,
                SealedDocumentPage,
                SealedPage,
                SentLetterPage,
                TakeOverPage,
                UnitAccessPage {

    /** What stands around every page. */
    Shell shell();

    /** The template's file under {@code src/main/jte}. */
    String template();
}

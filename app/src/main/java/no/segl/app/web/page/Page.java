package no.segl.app.web.page;

/** A page: all that its template needs, and nothing that the template must look up. */
public sealed interface Page
        permits AccessPage,
                AccessibilityPage,
                AddressPlacesPage,
                AddressesPage,
                BreachesPage,
                CallListPage,
                CallPage,
                CasePage,
                CasesPage,
                ChosenPage,
                CheckPage,
                ChecksPage,
                ControlForm,
                ControlsPage,
                ErrorPage,
                ExportAskPage,
                ExportsPage,
                FourEyesPage,
                FrontPage,
                GivePage,
                InboxPage,
                KeyRolePage,
                LetterPage,
                LettersPage,
                LogPage,
                MayNotPage,
                LoggedOutPage,
                NothingAdministeredPage,
                OverviewPage,
                PeoplePage,
                PersonAccessPage,
                PrintPage,
                ProblemIndexPage,
                ProblemPage,
                ReadyPage,
                RefusedPage,
                ReplyRefusedPage,
                ReviewPage,
                RunPage,
                RunsPage,
                SealedDocumentPage,
                SealedPage,
                SentLetterPage,
                SourcesPage,
                SurveyPage,
                TakeOverPage,
                UnitAccessPage,
                UnitSurveyPage,
                WebhooksPage {

    /** What stands around every page. */
    Shell shell();

    /** The template's file under {@code src/main/jte}. */
    String template();
}

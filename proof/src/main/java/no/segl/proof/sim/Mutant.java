package no.segl.proof.sim;

import java.util.function.Supplier;

/**
 * Rules broken on purpose. Each must be caught within some histories, or the simulation sees less
 * than it says. They are broken in what the simulation asks of core, never in core itself.
 */
enum Mutant {
    RENOTICE_NEVER_ORDERED(
            "the second notice is written down, and not ordered", BrokenLooks.RenoticeNot::new),
    PAUSE_FROM_LOOKS("each look puts off the next step", BrokenLooks.PauseFromLooks::new),
    RENOTICE_FROM_AVAILABLE(
            "the week is counted from available, not from told", BrokenLooks.FromAvailable::new),
    ONE_READER_NOT_TOLD(
            "of several who can open it, the last is not told", BrokenLooks.OneNotTold::new),
    NEWCOMERS_NOT_TOLD(
            "who can open it since the last look is told by some looks only",
            BrokenLooks.NewcomersNotTold::new),
    STEP_LEFT_OUT("a step of the plan is passed over", BrokenLooks.StepLeftOut::new),
    LOOKED_AT_TOO_OFTEN("a look is taken that is not due", BrokenLooks.NotDue::new),
    LOOK_NOT_MOVED_ON(
            "the next look stays where it is after one was taken", BrokenLooks.NotMovedOn::new),
    LOOK_LOST_WITH_NO_READER(
            "a letter that nobody can open has no next look", BrokenLooks.LostReaderless::new),
    HOLIDAYS_IGNORED("holidays are counted as working days", BrokenLooks.Holidays::new),
    NEW_RULES_FOR_OLD_LETTERS("old letters follow the new rules", BrokenLooks.NewRules::new),
    CASE_WITHOUT_DUE("a case is due when it is raised", BrokenLooks.CaseDueAtOnce::new),
    CASE_NOT_RAISED("that nobody can open it is no case", BrokenLooks.NoCase::new),
    CLAIM_WITHOUT_END(
            "what a node claimed before it died stays claimed", BrokenNotices.ClaimForEver::new),
    FAILURE_NO_CASE("that nobody could be told is no case", BrokenNotices.NoCase::new),
    GIVEN_UP_WITH_THE_OLD(
            "a new notice is given up with an old one", BrokenNotices.GivenUpTogether::new),
    NEVER_TRIED_AGAIN("a notice that failed once waits for ever", BrokenNotices.NeverAgain::new),
    BOUNCE_IGNORED("a message that came back is left alone", BrokenNotices.NoBounces::new),
    BOUNCES_NOT_COUNTED(
            "an address from which all comes back is used again", BrokenNotices.NotCounted::new),
    NOT_GATHERED("each thing is said in a message of its own", BrokenNotices.OneByOne::new),
    OPENING_NOT_WRITTEN("an opening is not in the ledger", BrokenLedgers.NoOpening::new),
    REFUSAL_NOT_WRITTEN("a refusal is not in the ledger", BrokenLedgers.NoRefusal::new),
    LINK_SKIPPED(
            "an entry now and then does not follow the one before", BrokenLedgers.LinkSkipped::new),
    GRANT_END_IGNORED("a grant holds for an hour after its end", BrokenLedgers.GrantHolds::new),
    NOBODY_REFUSED("who may not read is let in", BrokenLedgers.LetIn::new),
    PRINTED_AGAIN(
            "a second order is taken as if there were no first", BrokenPapers.OrderedAgain::new),
    UNKNOWN_TAKEN_FOR_NO(
            "what may have reached the printer is handed over again",
            BrokenPapers.UnknownIsNo::new),
    NOT_STOPPED("paper is not stopped when the letter is opened", BrokenPapers.NotStopped::new),
    POSTED_NOT_CLOSED("a posted letter stays open", BrokenPapers.NotClosed::new),
    PAPER_NOT_ORDERED("a plan that comes to paper orders none", BrokenPapers.NotOrdered::new),
    PAPER_NOT_AT_ONCE("what is wanted on paper at once is not", BrokenPapers.NotAtOnce::new),
    PAPER_AT_FIRST_STEP(
            "what is wanted on paper at once waits for its plan", BrokenPapers.AtFirstStep::new),
    PAPER_WRONG_NO_CASE("paper that goes wrong is no case", BrokenPapers.NoCase::new),
    PAPER_SILENT_NO_CASE("paper that nothing is heard of is no case", BrokenPapers.Silent::new),
    OTHER_TAKEN_FOR_NO(
            "what failed by another reason is printed again", BrokenPapers.OtherIsNo::new),
    PAPER_FAILING_NO_CASE(
            "paper that fails each time it is made is no case", BrokenPapers.FailingUnheard::new),
    PAPER_READ_AGAIN("each try to make paper is one more entry", BrokenPapers.ReadEachTime::new),
    PRINTED_TAKEN_BACK_UNHEARD(
            "what is taken back when it is on paper already is no case",
            BrokenPapers.PrintedUnheard::new),
    PAPER_TAKEN_BACK_UNHEARD(
            "that what was taken back comes on paper is no case", BrokenPapers.OnPaperUnheard::new),
    STOP_UNANSWERED_NO_CASE(
            "that nobody says whether paper could be stopped is no case",
            BrokenPapers.StopUnanswered::new),
    LAST_JOB_GOES_ON(
            "a job goes on although an earlier one is on paper", BrokenPapers.LastGoesOn::new),
    DESTROYED_WITH_PAPER(
            "content is destroyed while its paper is a case", BrokenPapers.Destroyed::new),
    CASE_NEVER_AGAIN("a case whose time passes is left alone", BrokenCases.NeverRaisedAgain::new),
    CASE_UNHEARD("nobody is told that a case waits", BrokenCases.NobodyHears::new),
    CASE_UNHEARD_ELSEWHERE(
            "nobody is told in the place of who cannot be reached",
            BrokenNotices.NobodyInstead::new),
    CASE_NOT_ESCALATED("a case stays at one end for ever", BrokenCases.NotEscalated::new),
    CASE_KEPT_BY_LEAVER("who may not any more keeps their cases", BrokenCases.KeptByLeaver::new),
    CASE_PUT_OFF_FOR_EVER("a case is put off for years", BrokenCases.PutOffForEver::new),
    CASE_WORKED_BY_ANYBODY("anybody works any case", BrokenCases.WorkedByAnybody::new),
    ALWAYS_READY("everybody is taken to be ready", BrokenCases.AlwaysReady::new),
    HELD_LET_GO("what is held goes although nobody can open it", BrokenCases.LetGo::new),
    HELD_FOR_EVER("what is held stays although it can be opened", BrokenCases.HeldForEver::new),
    HELD_NO_CASE("that a letter is held is no case", BrokenCases.HeldNoCase::new),
    HELD_NOT_LOOKED_AT("what is held has no next look", BrokenCases.HeldNotLookedAt::new),
    NOBODY_TO_MEND_IS_TOLD(
            "who can give access is not told that nobody can open it",
            BrokenTelling.NobodyToMend::new),
    ESCALATION_UNHEARD(
            "an escalation is written down, and neither a case nor told",
            BrokenTelling.StepAlone::new),
    FAILURE_UNHEARD(
            "that nobody could be told is a case of which nobody hears",
            BrokenTelling.FailureUnheard::new),
    LOOK_FAILED_NO_CASE(
            "that a letter cannot be looked at is no case", BrokenTelling.LookFailedNoCase::new),
    UNANSWERED_HIDDEN(
            "nobody hears that nobody answers for a case", BrokenTelling.UnansweredHidden::new),
    TOLD_BY_WHAT_CAME_BACK(
            "a first notice that came back counts as told", BrokenTelling.BouncedIsTold::new),
    CLOCK_NOT_COMPARED("a clock that leaps ahead is believed", BrokenTelling.ClockBelieved::new),
    LOSS_UNSEEN(
            "nobody sees that nobody can open a letter any more", BrokenTelling.LossUnseen::new),
    TEXT_AT_NIGHT("text messages go out at any hour", BrokenCases.TextAtNight::new);

    private final String what;

    // A constructor, which nobody can change.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Supplier<Rulings> rulings;

    Mutant(String what, Supplier<Rulings> rulings) {
        this.what = what;
        this.rulings = rulings;
    }

    /** What is wrong with it. */
    String what() {
        return what;
    }

    /** The rules, with this one broken. */
    Rulings rulings() {
        return rulings.get();
    }
}

package no.segl.app.web;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import no.segl.app.office.Reach;
import no.segl.app.web.page.GiveForm;
import no.segl.app.web.page.GiveForm.Entered;
import no.segl.app.web.page.GiveForm.Fault;
import no.segl.app.web.page.Shell;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import org.springframework.stereotype.Component;

/** Makes the form for giving access: with whom and what the viewer may choose at those units. */
@Component
final class GiveForms {

    private final Words words;
    private final Administered administered;
    private final InstantSource clock;

    GiveForms(Words words, Administered administered, InstantSource clock) {
        this.words = words;
        this.administered = administered;
        this.clock = clock;
    }

    GiveForm form(List<OrgNumber> units, Reach reach, Shell shell, Entered entered, Fault fault) {
        return new GiveForm(
                units,
                administered.people(reach.roots(), entered.person()),
                words.choices(shell.language()),
                Arrays.stream(Power.values())
                        .filter(p -> p != Power.READ)
                        .filter(p -> units.stream().allMatch(u -> reach.mayGive(p, u)))
                        .toList(),
                Days.first(clock.instant()),
                entered,
                fault);
    }
}

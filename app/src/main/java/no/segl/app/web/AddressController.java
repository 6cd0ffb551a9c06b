package no.segl.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import no.segl.app.login.LoggedIn;
import no.segl.app.office.Addresses;
import no.segl.app.office.Administration;
import no.segl.app.office.Reach;
import no.segl.app.store.Contacts;
import no.segl.app.web.page.AddressPlacesPage;
import no.segl.app.web.page.AddressesPage;
import no.segl.app.web.page.AddressesPage.Entered;
import no.segl.app.web.page.Party;
import no.segl.app.web.page.Shell;
import no.segl.app.web.page.Shell.Section;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.Uuids;
import no.segl.core.letter.Language;
import no.segl.core.letter.Notice;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where units are told of letters, and where those who are logged in are: {@code min}. */
@Controller
final class AddressController {

    private static final int PAGE = 50;
    private static final String OWN = "/varsling/min";
    private static final String UNIT = "/varsling/enhet/";

    private final Frame frame;
    private final Addresses addresses;
    private final Contacts contacts;
    private final Administration administration;
    private final Administered administered;

    AddressController(
            Frame frame,
            Addresses addresses,
            Contacts contacts,
            Administration administration,
            Administered administered) {
        this.frame = frame;
        this.addresses = addresses;
        this.contacts = contacts;
        this.administration = administration;
        this.administered = administered;
    }

    @GetMapping("/varsling")
    ResponseEntity<byte[]> places(
            @RequestParam Optional<String> sok,
            @RequestParam Optional<String> etter,
            @RequestParam Optional<String> nummer,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        if (Search.isPersonsNumber(sok)) {
            return FrontController.seeOther("/varsling?nummer");
        }
        Shell shell = frame.shell(request, Section.ACCESS);
        List<OrgNumber> roots = addresses.roots(person.person());
        if (roots.isEmpty()) {
            return FrontController.seeOther(OWN);
        }
        Reach reach = administration.reach(person.person());
        String text = sok.orElse("").strip();
        List<Contacts.Place> found = contacts.places(roots, text, etter, PAGE + 1);
        List<Contacts.Place> shown = found.subList(0, Math.min(PAGE, found.size()));
        return frame.answer(
                200,
                new AddressPlacesPage(
                        shell,
                        shown.stream().map(this::row).toList(),
                        text,
                        nummer.isPresent(),
                        reach.roots().isEmpty()
                                ? OptionalLong.empty()
                                : OptionalLong.of(administered.due(reach)),
                        etter.isPresent(),
                        found.size() > PAGE
                                ? Optional.of(shown.getLast().cursor())
                                : Optional.empty()));
    }

    private AddressPlacesPage.Row row(Contacts.Place place) {
        return new AddressPlacesPage.Row(
                new Party(place.name(), place.unit()),
                place.own(),
                place.refused(),
                place.own() > place.refused()
                        || !contacts.reach(new Notice.To.Unit(place.unit())).isEmpty());
    }

    @GetMapping(OWN)
    ResponseEntity<byte[]> own(
            @RequestParam Optional<String> sagt,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        return show(200, own(person), person, request, Entered.NOTHING, sagt.isPresent());
    }

    @PostMapping(OWN)
    ResponseEntity<byte[]> enterOwn(
            @RequestParam Optional<String> adresse,
            @RequestParam Optional<String> malform,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        return enter(own(person), Optional.of(""), adresse, malform, person, request);
    }

    @PostMapping(OWN + "/{id}")
    ResponseEntity<byte[]> changeOwn(
            @PathVariable String id,
            @RequestParam Optional<String> adresse,
            @RequestParam Optional<String> malform,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        return enter(own(person), Optional.of(id), adresse, malform, person, request);
    }

    @PostMapping(OWN + "/{id}/fjern")
    ResponseEntity<byte[]> removeOwn(
            @PathVariable String id,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        return remove(own(person), id, person, request);
    }

    @GetMapping(UNIT + "{number}")
    ResponseEntity<byte[]> unit(
            @PathVariable String number,
            @RequestParam Optional<String> sagt,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        return show(200, unit(number), person, request, Entered.NOTHING, sagt.isPresent());
    }

    @PostMapping(UNIT + "{number}")
    ResponseEntity<byte[]> enterUnits(
            @PathVariable String number,
            @RequestParam Optional<String> adresse,
            @RequestParam Optional<String> malform,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        return enter(unit(number), Optional.of(""), adresse, malform, person, request);
    }

    @PostMapping(UNIT + "{number}/{id}")
    ResponseEntity<byte[]> changeUnits(
            @PathVariable String number,
            @PathVariable String id,
            @RequestParam Optional<String> adresse,
            @RequestParam Optional<String> malform,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        return enter(unit(number), Optional.of(id), adresse, malform, person, request);
    }

    @PostMapping(UNIT + "{number}/{id}/fjern")
    ResponseEntity<byte[]> removeUnits(
            @PathVariable String number,
            @PathVariable String id,
            @AuthenticationPrincipal LoggedIn person,
            HttpServletRequest request) {
        return remove(unit(number), id, person, request);
    }

    private static Optional<Notice.To> own(LoggedIn person) {
        return Optional.of(new Notice.To.Person(person.person()));
    }

    private static Optional<Notice.To> unit(String number) {
        return OrgNumber.parse(number).map(Notice.To.Unit::new);
    }

    private static String base(Notice.To owner) {
        return owner instanceof Notice.To.Unit(var unit) ? UNIT + unit : OWN;
    }

    private ResponseEntity<byte[]> enter(
            Optional<Notice.To> owner,
            Optional<String> replaced,
            Optional<String> adresse,
            Optional<String> malform,
            LoggedIn person,
            HttpServletRequest request) {
        String written = adresse.orElse("");
        String old = replaced.orElse("");
        Optional<UUID> id = Uuids.parse(old);
        if (owner.isEmpty() || (!old.isEmpty() && id.isEmpty())) {
            return notThere(request);
        }
        Addresses.Reply reply =
                addresses.enter(
                        person.person(),
                        owner.get(),
                        written.contains("@") ? Notice.Channel.EMAIL : Notice.Channel.SMS,
                        written,
                        malform.flatMap(Language::parse).orElse(Language.NB),
                        id);
        return switch (reply) {
            case DONE -> FrontController.seeOther(base(owner.get()) + "?sagt=ja");
            case REFUSED -> notThere(request);
            case BAD_ADDRESS, TOO_MANY ->
                    show(
                            422,
                            owner,
                            person,
                            request,
                            new Entered(reply.name(), old, written, malform.orElse("nb")),
                            false);
        };
    }

    private ResponseEntity<byte[]> remove(
            Optional<Notice.To> owner, String id, LoggedIn person, HttpServletRequest request) {
        boolean done =
                owner.isPresent()
                        && Uuids.parse(id)
                                .map(i -> addresses.remove(person.person(), owner.get(), i))
                                .filter(Addresses.Reply.DONE::equals)
                                .isPresent();
        return done ? FrontController.seeOther(base(owner.get()) + "?sagt=ja") : notThere(request);
    }

    private ResponseEntity<byte[]> notThere(HttpServletRequest request) {
        return frame.error(404, frame.shell(request, Section.ACCESS, "/varsling"));
    }

    private ResponseEntity<byte[]> show(
            int status,
            Optional<Notice.To> asked,
            LoggedIn person,
            HttpServletRequest request,
            Entered entered,
            boolean done) {
        Optional<Notice.To> owner = asked.filter(o -> addresses.may(person.person(), o));
        if (owner.isEmpty()) {
            return notThere(request);
        }
        String base = base(owner.get());
        Optional<Party> unit =
                owner.get() instanceof Notice.To.Unit(var number)
                        ? Optional.of(frame.party(number))
                        : Optional.empty();
        Section section = unit.isPresent() ? Section.ACCESS : Section.NONE;
        return frame.answer(
                status,
                new AddressesPage(
                        frame.shell(request, section, base),
                        unit,
                        base,
                        contacts.own(owner.get()).stream().map(AddressController::row).toList(),
                        above(owner.get()),
                        entered,
                        unit.isEmpty() && !addresses.roots(person.person()).isEmpty(),
                        done));
    }

    /** The unit above whose addresses are used. */
    private Optional<Party> above(Notice.To owner) {
        return owner instanceof Notice.To.Unit unit
                ? contacts.reach(unit).stream()
                        .map(Contacts.Contact::owner)
                        .filter(o -> !o.equals(unit))
                        .flatMap(o ->
                                o instanceof Notice.To.Unit(var number)
                                        ? Stream.of(frame.party(number))
                                        : Stream.empty())
                        .findFirst()
                : Optional.empty();
    }

    private static AddressesPage.Row row(Contacts.Contact contact) {
        return new AddressesPage.Row(
                contact.id(),
                contact.channel() == Notice.Channel.EMAIL,
                contact.address(),
                contact.language().code(),
                contact.refusedAt());
    }
}

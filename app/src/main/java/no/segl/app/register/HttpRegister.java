package no.segl.app.register;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import no.segl.app.store.RegisterState.Feed;
import no.segl.core.id.OrgNumber;
import no.segl.core.register.Answer;
import no.segl.core.register.KeyRole;
import no.segl.core.register.Registered;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The open API of Enhetsregisteret. Source: Brønnøysundregistrene, "Enhetsregisterets dokumentasjon
 * for åpne data" (/enhetsregisteret/api/dokumentasjon).
 */
public final class HttpRegister implements Register, AutoCloseable {

    private static final String JSON = "application/json";
    private static final int ENDLESS = 1_000;

    private final JsonMapper json = new JsonMapper();
    private final URI base;
    private final Limits limits;
    private final Path spool;
    private final Calls calls;

    /**
     * @param base the API's address, such as {@code https://data.brreg.no/enhetsregisteret/api}
     * @param spool a folder for bulk files while they are read; made when needed
     */
    public HttpRegister(URI base, Limits limits, Path spool, InstantSource clock, Pause pause) {
        this.base = base;
        this.limits = limits;
        this.spool = spool;
        this.calls = new Calls(limits, clock, pause);
    }

    @Override
    public Answer unit(Listing listing, OrgNumber number) throws RegisterFault {
        Calls.Found<byte[]> found = calls.get(uri(path(listing) + "/" + number), JSON);
        if (found.body().isEmpty()) {
            return found.gone()
                    ? new Answer.Deleted(number, Optional.empty())
                    : new Answer.Absent(number);
        }
        Answer answer = UnitJson.read(listing, tree(found.body().get()));
        if (!answer.number().equals(number)) {
            throw new RegisterUnreadable("the register answered for another unit");
        }
        return answer;
    }

    @Override
    public List<Registered> beneath(Listing listing, OrgNumber parent) throws RegisterFault {
        List<Registered> units = new ArrayList<>();
        for (int page = 0; page < ENDLESS; page++) {
            if ((page + 1) * limits.listed() > Limits.WINDOW) {
                throw new RegisterUnreadable("more than 10 000 units are right beneath " + parent);
            }
            JsonNode answer =
                    required(
                            "%s?overordnetEnhet=%s&page=%d&size=%d"
                                    .formatted(path(listing), parent, page, limits.listed()));
            for (JsonNode unit : answer.path("_embedded").path(path(listing))) {
                if (UnitJson.read(listing, unit) instanceof Answer.Living(Registered living)) {
                    units.add(living);
                }
            }
            if (page + 1 >= answer.path("page").path("totalPages").asInt(0)) {
                break;
            }
        }
        return units;
    }

    @Override
    public List<KeyRole> roles(OrgNumber unit, Set<String> codes) throws RegisterFault {
        Calls.Found<byte[]> found = calls.get(uri("enheter/" + unit + "/roller"), JSON);
        return found.body().isEmpty() ? List.of() : RolesJson.read(tree(found.body().get()), codes);
    }

    @Override
    public List<Update> updates(Feed feed, long after) throws RegisterFault {
        return feed == Feed.ROLES
                ? FeedJson.roles(
                        required(
                                "oppdateringer/roller?afterId=%d&size=%d"
                                        .formatted(after, limits.updated())),
                        after)
                : FeedJson.units(
                        required(
                                "oppdateringer/%s?oppdateringsid=%d&size=%d&sort=id,ASC"
                                        .formatted(path(feed), after + 1, limits.updated())),
                        after);
    }

    @Override
    public OptionalLong before(Feed feed, Instant moment) throws RegisterFault {
        String since =
                URLEncoder.encode(
                        moment.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ".000Z"),
                        StandardCharsets.UTF_8);
        List<Update> first =
                feed == Feed.ROLES
                        ? FeedJson.roles(
                                required("oppdateringer/roller?size=1&afterTime=" + since), -1)
                        : FeedJson.units(
                                required(
                                        "oppdateringer/%s?size=1&sort=id,ASC&dato=%s"
                                                .formatted(path(feed), since)),
                                -1);
        return first.stream()
                .mapToLong(Update::id)
                .filter(id -> id > 0)
                .map(id -> id - 1)
                .findFirst();
    }

    @Override
    public long all(Listing listing, Taker taker) throws RegisterFault {
        Path file = spooled();
        try {
            Calls.Found<Path> found =
                    calls.get(
                            uri(path(listing) + "/lastned"),
                            "application/vnd.brreg.enhetsregisteret.%s.v2+gzip;charset=UTF-8"
                                    .formatted(listing == Listing.UNITS ? "enhet" : "underenhet"),
                            BodyHandlers.limiting(
                                    BodyHandlers.ofFile(
                                            file,
                                            StandardOpenOption.WRITE,
                                            StandardOpenOption.TRUNCATE_EXISTING),
                                    limits.bulkBytes()),
                            limits.bulkTimeout());
            if (found.body().isEmpty()) {
                throw new RegisterUnreadable("the register has no bulk file");
            }
            try (InputStream in = Files.newInputStream(file)) {
                return BulkFile.read(listing, in, taker);
            }
        } catch (RegisterFault e) {
            throw e;
        } catch (IOException e) {
            throw new RegisterUnreadable("the bulk file is damaged or cut short");
        } finally {
            remove(file);
        }
    }

    private Path spooled() throws RegisterUnavailable {
        try {
            Files.createDirectories(spool);
            return Files.createTempFile(spool, "register", ".json.gz");
        } catch (IOException e) {
            throw new RegisterUnavailable("there is no room for a bulk file in " + spool);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }

    private JsonNode required(String path) throws RegisterFault {
        return tree(
                calls.get(uri(path), JSON)
                        .body()
                        .orElseThrow(() ->
                                new RegisterUnreadable(
                                        "the register has nothing at "
                                                + path.replaceAll("[?].*", ""))));
    }

    private JsonNode tree(byte[] body) throws RegisterUnreadable {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            throw new RegisterUnreadable("the register's answer is not JSON");
        }
    }

    private URI uri(String path) {
        return URI.create(base + "/" + path);
    }

    private static String path(Listing listing) {
        return listing == Listing.UNITS ? "enheter" : "underenheter";
    }

    private static String path(Feed feed) {
        return path(feed == Feed.UNITS ? Listing.UNITS : Listing.SUBUNITS);
    }

    @Override
    public void close() {
        calls.close();
    }
}

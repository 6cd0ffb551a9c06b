package no.segl.proof.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.segl.proof.demo.Tokens;
import no.segl.proof.demo.Visit;
import no.segl.proof.demo.World;
import no.segl.proof.marker.Markers;
import no.segl.proof.running.Multipart;

/** Asks at a door as each caller would who does everything right, and does not go on from there. */
final class Asking implements AutoCloseable {

    private static final String TUS = "1.0.0";

    private final Town town;
    private final HttpClient stranger = HttpClient.newHttpClient();
    private final Map<Caller, Session> sessions = new EnumMap<>(Caller.class);

    /** Somebody logged in, and the hidden token of their forms. */
    private record Session(Visit visit, String token) {}

    Asking(Town town) {
        this.town = town;
    }

    /** Asks; nothing in {@code path} and {@code sent} is left to be filled in. */
    HttpResponse<byte[]> ask(Caller caller, String method, String path, Optional<String> sent)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(town.segl.home.resolve(path)).header("Accept", "*/*");
        String as = method.equals("ANY") ? "GET" : method;
        if (!caller.isPerson()) {
            caller.machine().ifPresent(m -> request.header("Authorization", bearer(caller, m)));
            put(request, as, sent, "");
            return stranger.send(request.build(), BodyHandlers.ofByteArray());
        }
        Session session = session(caller);
        put(request, as, sent, session.token());
        return session.visit().ask(request.build());
    }

    private Session session(Caller caller) throws IOException, InterruptedException {
        Session known = sessions.get(caller);
        if (known != null) {
            return known;
        }
        Visit visit =
                caller == Caller.LOW ? low(caller) : Visit.logIn(town.segl.home, caller.subject());
        Session made = new Session(visit, Visit.token(visit.get("/innboks")).orElseThrow());
        sessions.put(caller, made);
        return made;
    }

    private Visit low(Caller caller) throws IOException, InterruptedException {
        Visit visit = Visit.ofStranger(town.segl.home);
        visit.choose(visit.get("/innboks"), caller.subject(), "idporten-loa-substantial");
        return visit;
    }

    private String bearer(Caller caller, World.Machine machine) {
        Tokens tokens = town.segl.issuer.tokens();
        return "Bearer "
                + switch (caller) {
                    case BAD -> tokens.flawed(machine, Tokens.Flaw.TAMPERED);
                    case DELEGATED -> tokens.changed(machine, Asking::delegated);
                    default -> tokens.of(machine);
                };
    }

    private static JWTClaimsSet.Builder delegated(JWTClaimsSet.Builder claims) {
        return claims.claim(
                "supplier",
                Map.of("authority", "iso6523-actorid-upis", "ID", "0192:" + Town.HOSPITAL));
    }

    private static void put(
            HttpRequest.Builder request, String method, Optional<String> sent, String token) {
        String[] kindAndText = sent.orElse("nothing").split(" ", 2);
        String text = kindAndText.length == 2 ? kindAndText[1] : "";
        byte[] body =
                switch (kindAndText[0]) {
                    case "nothing" -> new byte[0];
                    case "form" -> {
                        request.header("Content-Type", "application/x-www-form-urlencoded");
                        yield (text + "&_csrf=" + URLEncoder.encode(token, UTF_8)).getBytes(UTF_8);
                    }
                    case "json" -> {
                        request.header("Content-Type", "application/json");
                        yield text.getBytes(UTF_8);
                    }
                    case "dispatch" -> {
                        request.header("Content-Type", Multipart.TYPE);
                        request.header("Idempotency-Key", UUID.randomUUID().toString());
                        yield new Multipart()
                                .field("dispatch", Town.DISPATCH)
                                .file("file", "brev.pdf", Markers.CONTENT.getBytes(UTF_8))
                                .bytes();
                    }
                    case "reply" -> {
                        request.header("Content-Type", Multipart.TYPE);
                        yield reply(token);
                    }
                    case "tus" -> {
                        request.header("Tus-Resumable", TUS);
                        yield new byte[0];
                    }
                    case "upload" -> {
                        request.headers("Tus-Resumable", TUS, "Upload-Length", "5");
                        request.header("Upload-Metadata", "filename YnJldi5wZGY=");
                        yield new byte[0];
                    }
                    case "piece" -> {
                        request.headers("Tus-Resumable", TUS, "Upload-Offset", "0");
                        request.header("Content-Type", "application/offset+octet-stream");
                        yield "%PDF-".getBytes(UTF_8);
                    }
                    default -> throw new IllegalArgumentException("nothing can be sent so");
                };
        request.method(method, BodyPublishers.ofByteArray(body));
    }

    private static byte[] reply(String token) {
        return new Multipart()
                .field("_csrf", token)
                .field("tittel", "Svar")
                .field("sprak", "nb")
                .field("nokkel", UUID.randomUUID().toString())
                .file("dokumenter", "svar.pdf", "%PDF-1.7 svar".getBytes(UTF_8))
                .bytes();
    }

    @Override
    public void close() {
        sessions.values().forEach(s -> s.visit().close());
        stranger.close();
    }
}

package no.segl.sandbox.altinn;

import java.util.Optional;
import no.segl.sandbox.maskinporten.Mint;
import no.segl.sandbox.maskinporten.Token;
import no.segl.sandbox.time.Knob;
import no.segl.sandbox.time.Knobs;
import no.segl.sandbox.wire.Answer;
import no.segl.sandbox.wire.Json;
import no.segl.sandbox.wire.Request;
import tools.jackson.databind.node.ObjectNode;

/** Altinn's token for one of Maskinporten's. It is answered as text, without quotation marks. */
public final class ExchangeRoutes {

    private ExchangeRoutes() {}

    /** Adds them. */
    public static void add(AltinnDoor door, Mint maskinporten, Mint altinn, Knobs knobs) {
        door.open(
                        "GET",
                        "/authentication/api/v1/exchange/maskinporten",
                        call -> exchange(call.request(), maskinporten, altinn, knobs))
                .open(
                        "GET",
                        "/authentication/api/v1/openid/.well-known/openid-configuration/jwks",
                        _ -> Answer.json(200, altinn.keys().jwks()));
    }

    private static Answer exchange(Request request, Mint maskinporten, Mint altinn, Knobs knobs) {
        Optional<String> bearer = request.bearer();
        if (bearer.isEmpty()
                || !(maskinporten.read(bearer.get()) instanceof Mint.Read.Holds(Token token))) {
            return Answer.empty(401).with("WWW-Authenticate", "Bearer");
        }
        ObjectNode more =
                Json.object()
                        .put("urn:altinn:orgNumber", token.acting())
                        .put("urn:altinn:authenticatemethod", "maskinporten")
                        .put("urn:altinn:authlevel", 3);
        String made = altinn.make(token, knobs.duration(Knob.ALTINN_LIFETIME), more);
        return Answer.text(200, made);
    }
}

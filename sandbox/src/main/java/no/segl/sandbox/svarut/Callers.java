package no.segl.sandbox.svarut;

import java.util.List;
import no.segl.sandbox.maskinporten.Mint;
import no.segl.sandbox.maskinporten.Token;
import no.segl.sandbox.svarut.Account.Integration;
import no.segl.sandbox.wire.Request;

/** Finds out who calls SvarUT: a token, and an id and a password besides. */
final class Callers {

    private final Mint maskinporten;
    private final List<Integration> integrations = Account.integrations();

    Callers(Mint maskinporten) {
        this.maskinporten = maskinporten;
    }

    /**
     * Who asks. What is wrong with them is never told: password, organisation and id look alike.
     */
    Integration find(Request request) {
        Mint.Read read = maskinporten.read(request.bearer().orElse(""));
        if (!(read instanceof Mint.Read.Holds(Token token)) || !token.has("ks:fiks")) {
            throw NotTaken.of(401, "Klarte ikke å validere access_token");
        }
        String id = request.header("IntegrasjonId").orElse("");
        String password = request.header("IntegrasjonPassord").orElse("");
        return integrations.stream()
                .filter(i -> i.id().toString().equals(id))
                .filter(i -> i.password().equals(password))
                .filter(i -> i.organisation().equals(token.consumer()))
                .findFirst()
                .orElseThrow(() ->
                        NotTaken.of(401, "Autentisering feilet for integrasjon med id " + id));
    }
}

package no.segl.sandbox;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.segl.sandbox.altinn.Caller;
import no.segl.sandbox.altinn.CorrespondenceWorld;
import no.segl.sandbox.altinn.Refused;
import no.segl.sandbox.altinn.Resources;
import no.segl.sandbox.maskinporten.Token;
import no.segl.sandbox.party.Seed;
import no.segl.sandbox.svarut.Carrier;
import no.segl.sandbox.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/** SvarUT's letters in Altinn, by the services of SvarUT's own. */
final class AltinnCarrier implements Carrier {

    private final CorrespondenceWorld altinn;

    AltinnCarrier(CorrespondenceWorld altinn) {
        this.altinn = altinn;
    }

    static Caller caller(String organisation, Set<String> scopes) {
        return new Caller(
                new Token("", "", organisation, Optional.empty(), Optional.empty(), scopes), true);
    }

    @Override
    public Optional<UUID> send(String recipient, String title, boolean confidential, UUID letter) {
        ObjectNode content =
                Json.object()
                        .put("language", "nb")
                        .put("messageTitle", title.replaceAll("[<>*#\\[\\]]", " ").strip())
                        .put("messageSummary", "")
                        .put("messageBody", "Brevet ligger i SvarUT.");
        ObjectNode message =
                Json.object()
                        .put(
                                "resourceId",
                                confidential
                                        ? Resources.SVARUT_CONFIDENTIAL
                                        : Resources.SVARUT_ORDINARY)
                        .put("sendersReference", letter.toString())
                        .put("isConfidential", confidential);
        message.set("content", content);
        ObjectNode request = Json.object();
        request.set("correspondence", message);
        request.set("recipients", Json.texts(List.of(recipient)));
        try {
            return altinn
                    .send(caller(Seed.SVARUT, Set.of(Caller.WRITE)), request, List.of())
                    .stream()
                    .findFirst()
                    .map(m -> m.id());
        } catch (Refused e) {
            return Optional.empty();
        }
    }
}

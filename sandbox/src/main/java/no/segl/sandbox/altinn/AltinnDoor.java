package no.segl.sandbox.altinn;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import no.segl.sandbox.maskinporten.Mint;
import no.segl.sandbox.maskinporten.Token;
import no.segl.sandbox.wire.Answer;
import no.segl.sandbox.wire.Neighbour;
import no.segl.sandbox.wire.Request;
import no.segl.sandbox.wire.Routes;
import no.segl.sandbox.wire.Routes.Call;

/**
 * Answers as the platform of Altinn does: who asks is found here, and what is refused is written.
 */
public final class AltinnDoor implements Neighbour {

    private final Mint maskinporten;
    private final Mint altinn;
    private final Routes routes = new Routes();
    private final AtomicLong calls = new AtomicLong();

    /**
     * @param maskinporten whose tokens are taken for new ones
     * @param altinn makes those
     */
    public AltinnDoor(Mint maskinporten, Mint altinn) {
        this.maskinporten = maskinporten;
        this.altinn = altinn;
    }

    /** What is open to everybody. */
    public AltinnDoor open(String method, String path, Function<Call, Answer> answers) {
        routes.add(method, path, answers);
        return this;
    }

    /** What only those with a token are let in to. */
    public AltinnDoor add(String method, String path, Answering answers) {
        routes.add(
                method,
                path,
                call -> {
                    Optional<Caller> caller = caller(call.request());
                    return caller.isEmpty()
                            ? Answer.empty(401).with("WWW-Authenticate", "Bearer")
                            : answers.answer(caller.get(), call);
                });
        return this;
    }

    /** Answers somebody. */
    @FunctionalInterface
    public interface Answering {
        Answer answer(Caller caller, Call call);
    }

    private Optional<Caller> caller(Request request) {
        String bearer = request.bearer().orElse("");
        return token(altinn, bearer)
                .map(token -> new Caller(token, true))
                .or(() -> token(maskinporten, bearer).map(token -> new Caller(token, false)));
    }

    private static Optional<Token> token(Mint mint, String bearer) {
        return mint.read(bearer) instanceof Mint.Read.Holds(Token token)
                ? Optional.of(token)
                : Optional.empty();
    }

    @Override
    public Answer answer(Request request) {
        Answer answer;
        if (!accepts(request)) {
            answer = Answer.empty(406);
        } else {
            try {
                answer = routes.answer(request).orElseGet(() -> Answer.empty(404));
            } catch (Refused e) {
                answer =
                        e.answer("00-%032x-0000000000000000-00".formatted(calls.incrementAndGet()));
            }
        }
        return answer.with("X-Content-Type-Options", "nosniff").with("Cache-Control", "no-store");
    }

    /** Whoever takes neither JSON nor what is asked for is not answered. */
    private static boolean accepts(Request request) {
        String accept = request.header("Accept").orElse("*/*");
        String path = request.path();
        boolean other =
                path.endsWith("/download")
                        || path.endsWith("/content")
                        || path.contains("/exchange/");
        return other
                || List.of("*/*", "application/*", "application/json", "application/problem+json")
                        .stream()
                        .anyMatch(accept::contains);
    }

    static UUID id(Call call, String variable) {
        return Drafts.uuid(call.at(variable))
                .orElseThrow(() -> Refused.field(variable, "The value is not valid."));
    }

    /** Oldest first. */
    static final Comparator<Message> BY_AGE = Comparator.comparing(Message::publishAt);
}

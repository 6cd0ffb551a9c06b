package no.segl.proof.contract;

import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;

/**
 * What was asked, and what was answered.
 *
 * @param path without the query
 * @param query as it was sent, or empty
 * @param asked the request's headers
 * @param json the JSON that was sent, alone or as a part
 * @param answered the response's headers
 * @param body the response's, or empty
 */
public record Exchange(
        String method,
        String path,
        String query,
        HttpHeaders asked,
        Optional<String> json,
        int status,
        HttpHeaders answered,
        String body) {

    /** The one that {@code request} and {@code response} make. */
    public static Exchange of(
            HttpRequest request, Optional<String> json, HttpResponse<String> response) {
        return new Exchange(
                request.method(),
                request.uri().getPath(),
                Optional.ofNullable(request.uri().getRawQuery()).orElse(""),
                request.headers(),
                json,
                response.statusCode(),
                response.headers(),
                response.body());
    }

    /** Whether a program asked; else it was for a page, whose headers are nobody's contract. */
    boolean isOfTheApi() {
        return path.startsWith("/api/");
    }

    /** The content type, without its parameters. */
    static String type(HttpHeaders headers) {
        return headers.firstValue("Content-Type").orElse("").split(";", 2)[0].strip();
    }

    @Override
    public String toString() {
        return method + " " + path + " -> " + status;
    }
}

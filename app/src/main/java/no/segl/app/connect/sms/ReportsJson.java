package no.segl.app.connect.sms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.app.connect.sms.Sms.Delivery;
import no.segl.app.connect.sms.Sms.Result;
import no.segl.app.connect.sms.Sms.Results;
import no.segl.app.connect.sms.Sms.Unavailable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a gateway's answers. */
final class ReportsJson {

    private static final int LONGEST_CURSOR = 200;

    private ReportsJson() {}

    /** Whether a refusal is of the number, and not of anything else in the message. */
    static boolean isOfTheNumber(JsonMapper json, byte[] body) {
        try {
            return json.readTree(body).path("error").stringValue("").equals("number");
        } catch (JacksonException e) {
            return false;
        }
    }

    static Results read(JsonMapper json, byte[] body, String after) throws Unavailable {
        try {
            JsonNode answer = json.readTree(body);
            String next = answer.path("next").stringValue("");
            if (!answer.path("reports").isArray()
                    || next.isEmpty()
                    || next.length() > LONGEST_CURSOR) {
                throw new Unavailable("the gateway's answer is not in the form that it should be");
            }
            List<Result> results = new ArrayList<>();
            int unreadable = 0;
            for (JsonNode report : answer.path("reports")) {
                Optional<Result> result = result(report);
                result.ifPresent(results::add);
                unreadable += result.isEmpty() ? 1 : 0;
            }
            boolean isMore = answer.path("more").booleanValue(false) && !next.equals(after);
            return new Results(results, unreadable, next, isMore);
        } catch (JacksonException e) {
            throw new Unavailable("the gateway's answer is not JSON");
        }
    }

    private static Optional<Result> result(JsonNode report) {
        Delivery delivery;
        switch (report.path("status").stringValue("")) {
            case "delivered" -> delivery = Delivery.DELIVERED;
            case "failed" -> delivery = Delivery.FAILED;
            default -> {
                return Optional.empty();
            }
        }
        String code = report.path("code").stringValue("");
        try {
            UUID id = UUID.fromString(report.path("id").stringValue(""));
            return Optional.of(
                    new Result(id, delivery, code.matches("[A-Za-z0-9._-]{1,40}") ? code : ""));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

package no.segl.app.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Writes what somebody typed as part of an address. */
public final class Links {

    private Links() {}

    /** As the value of a query's parameter. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

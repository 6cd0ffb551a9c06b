package no.segl.app.session;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * The cookie {@code segl}: the session's id and a proof of it. The id alone stands in the database,
 * where a backup or a curious operator has it; without the key it opens no session.
 */
public final class ProvenCookie implements CookieSerializer {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final DefaultCookieSerializer cookie = new DefaultCookieSerializer();
    private final SessionKey key;

    /** A cookie for the whole site, which is sent over TLS only if {@code secure}. */
    public ProvenCookie(SessionKey key, boolean secure) {
        this.key = key;
        cookie.setCookieName("segl");
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setUseSecureCookie(secure);
        cookie.setSameSite("Lax");
        cookie.setUseBase64Encoding(false);
    }

    @Override
    public void writeCookieValue(CookieValue value) {
        String id = value.getCookieValue();
        CookieValue proven =
                new CookieValue(
                        value.getRequest(),
                        value.getResponse(),
                        id.isEmpty() ? "" : id + "." + proof(id));
        proven.setCookieMaxAge(value.getCookieMaxAge());
        cookie.writeCookieValue(proven);
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return cookie.readCookieValues(request).stream().flatMap(v -> id(v).stream()).toList();
    }

    private Optional<String> id(String value) {
        int dot = value.indexOf('.');
        return Stream.of(value)
                .filter(_ -> dot > 0)
                .map(v -> v.substring(0, dot))
                .filter(id ->
                        MessageDigest.isEqual(ascii(value.substring(dot + 1)), ascii(proof(id))))
                .findFirst();
    }

    private String proof(String id) {
        return BASE64.encodeToString(key.proof(id));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }
}

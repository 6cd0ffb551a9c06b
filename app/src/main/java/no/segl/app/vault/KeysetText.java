package no.segl.app.vault;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.segl.core.id.Digest;

/**
 * A keyset as the text of its file: Tink's JSON with one field before the others, a SHA-256 of the
 * rest. Without it a damaged digit could make another valid key, which nobody would notice until
 * the letters of a day were sealed under it.
 */
final class KeysetText {

    static final AesGcmParameters PARAMETERS = PredefinedAeadParameters.AES256_GCM;
    static final Configuration TINK = AeadConfig2026.get();

    private static final Pattern FORM =
            Pattern.compile("\\{\"check\":\"([0-9a-f]{64})\",(.*)\\}\n", Pattern.DOTALL);

    private KeysetText() {}

    /** The text of {@code keys}, which holds the secrets. */
    static String write(KeysetHandle keys) throws GeneralSecurityException {
        String json =
                TinkJsonProtoKeysetFormat.serializeKeyset(
                        keys, TINK, InsecureSecretKeyAccess.get());
        String fields = json.strip().substring(1, json.strip().length() - 1);
        return "{\"check\":\"" + check(fields) + "\"," + fields + "}\n";
    }

    /**
     * The keys in {@code text}.
     *
     * @throws GeneralSecurityException if it is not exactly what {@link #write} gave
     */
    static KeysetHandle read(String text) throws GeneralSecurityException {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || !form.group(1).equals(check(form.group(2)))) {
            throw new GeneralSecurityException("the check does not match");
        }
        KeysetHandle keys =
                TinkJsonProtoKeysetFormat.parseKeyset(
                        "{" + form.group(2) + "}", TINK, InsecureSecretKeyAccess.get());
        for (int i = 0; i < keys.size(); i++) {
            if (!keys.getAt(i).getKey().getParameters().equals(PARAMETERS)) {
                throw new GeneralSecurityException("a key of another kind");
            }
        }
        return keys;
    }

    private static String check(String fields) {
        return Digest.of(fields.getBytes(StandardCharsets.UTF_8)).hex();
    }
}

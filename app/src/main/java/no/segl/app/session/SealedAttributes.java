package no.segl.app.session;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import no.segl.app.secret.SmallSeal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.core.convert.support.GenericConversionService;

/**
 * What a session holds, as the database keeps it: sealed, since there is a login's claims in it,
 * perhaps a national identity number. What cannot be opened, or holds what no session of ours
 * holds, counts as not there: its owner must log in again.
 */
public final class SealedAttributes {

    private static final Logger LOG = LoggerFactory.getLogger(SealedAttributes.class);
    private static final byte[] KIND = "session attribute".getBytes(StandardCharsets.US_ASCII);

    private final SmallSeal seal;

    public SealedAttributes(SessionKey key) {
        this.seal = key.seal();
    }

    /** The two ways, as Spring Session asks for them. */
    public ConversionService conversion() {
        GenericConversionService both = new GenericConversionService();
        both.addConverter(Object.class, byte[].class, this::sealed);
        both.addConverter(new Opening());
        return both;
    }

    /** The way back; unlike the other kind of converter, this one may say that there is nothing. */
    private final class Opening implements GenericConverter {
        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(byte[].class, Object.class));
        }

        @Override
        public @Nullable Object convert(
                @Nullable Object sealed, TypeDescriptor from, TypeDescriptor to) {
            return sealed instanceof byte[] bytes ? opened(bytes) : null;
        }
    }

    byte[] sealed(Object attribute) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(attribute);
        } catch (IOException e) {
            throw new UncheckedIOException("a session's attribute cannot be written", e);
        }
        return seal.seal(bytes.toByteArray(), KIND);
    }

    @Nullable Object opened(byte[] sealed) {
        Optional<byte[]> plain = seal.open(sealed, KIND);
        if (plain.isEmpty()) {
            LOG.info("A session's attribute is from another key; its owner must log in again");
            return null;
        }
        AllowedClasses allowed = new AllowedClasses();
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(plain.get()))) {
            in.setObjectInputFilter(allowed);
            return in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            LOG.warn(
                    "A session's attribute was refused ({} {}); its owner must log in again",
                    e.getClass().getSimpleName(),
                    allowed.refused());
            return null;
        }
    }
}

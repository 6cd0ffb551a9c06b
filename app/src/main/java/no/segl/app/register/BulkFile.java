package no.segl.app.register;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import no.segl.app.register.Register.Listing;
import no.segl.app.register.Register.Taker;
import no.segl.core.register.Answer;
import no.segl.core.register.Registered;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A bulk file: one gzipped JSON array of units, of which one at a time is held in memory. */
final class BulkFile {

    /** The most that one unit may take, with what the parser reads ahead. */
    private static final int LARGEST_UNIT = 4 << 20;

    /** After a unit comes the next one, which is no fault here. */
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private BulkFile() {}

    /** Reads the whole file, and says how many units were passed over. */
    static long read(Listing listing, InputStream file, Taker taker) throws RegisterFault {
        long passedOver = 0;
        try (Bounded in = new Bounded(new GZIPInputStream(file, 1 << 16));
                JsonParser parser = JSON.createParser(in)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new RegisterUnreadable("the bulk file holds no list");
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                in.allow(LARGEST_UNIT);
                Optional<Registered> unit = living(listing, JSON.readTree(parser));
                if (unit.isPresent()) {
                    taker.take(unit.get());
                } else {
                    passedOver++;
                }
            }
            if (parser.currentToken() != JsonToken.END_ARRAY || parser.nextToken() != null) {
                throw new RegisterUnreadable("the bulk file does not end as a list does");
            }
            return passedOver;
        } catch (RegisterFault e) {
            throw e;
        } catch (IOException | JacksonException e) {
            throw new RegisterUnreadable("the bulk file is damaged or cut short");
        }
    }

    /** The unit; empty for what is none that lives, which one unit in a million may well be. */
    private static Optional<Registered> living(Listing listing, JsonNode json) {
        try {
            return UnitJson.read(listing, json) instanceof Answer.Living(Registered living)
                    ? Optional.of(living)
                    : Optional.empty();
        } catch (RegisterUnreadable e) {
            return Optional.empty();
        }
    }

    /** Breaks off if too much is read without leave. */
    private static final class Bounded extends FilterInputStream {
        private long left = LARGEST_UNIT;

        Bounded(InputStream in) {
            super(in);
        }

        void allow(long bytes) {
            left = bytes;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            int read = super.read(to, from, length);
            count(read);
            return read;
        }

        private void count(int read) throws IOException {
            left -= Math.max(0, read);
            if (left < 0) {
                throw new IOException("a unit is too large");
            }
        }
    }
}

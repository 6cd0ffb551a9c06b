package no.segl.app.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The files of a proof, and the ZIP they lie in. There is one ZIP for the same files: nothing is
 * compressed, and no time is kept, so that what was added to one can be seen.
 */
final class Pack {

    static final String PDF = "proof.pdf";
    static final String JSON = "proof.json";
    static final String LEDGER = "ledger.jsonl";
    static final String KEY = "key.pem";
    static final String MANIFEST = "manifest.json";
    static final String SIGNATURE = "signature.json";

    /** Those that the manifest lists, in its order. */
    static final List<String> LISTED = List.of(PDF, JSON, LEDGER, KEY);

    /** All, in the order in which they lie in the ZIP. */
    static final List<String> ALL = List.of(PDF, JSON, LEDGER, KEY, MANIFEST, SIGNATURE);

    /** In bytes, of one file: far beyond what a letter's history comes to. */
    private static final int LARGEST = 64 << 20;

    private static final int MOST_FILES = 100;

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Pack() {}

    /** The ZIP of these files, in their order. */
    static byte[] zip(Map<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                byte[] content = file.getValue();
                var crc = new CRC32();
                crc.update(content);
                var entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(NO_TIME);
                entry.setSize(content.length);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is written outside memory", e);
        }
        return bytes.toByteArray();
    }

    /**
     * The files in a ZIP by name, as its directory lists them; one that is listed twice is there
     * once. What is damaged within is read all the same.
     *
     * @throws NotAPack if it is no ZIP, or larger than any proof
     * @throws IOException if it cannot be read
     */
    static Map<String, byte[]> files(Path file) throws NotAPack, IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_FILES) {
                throw new NotAPack("it holds more files than a proof does");
            }
            List<ZipEntry> entries = new ArrayList<>();
            zip.entries().asIterator().forEachRemaining(entries::add);
            for (ZipEntry entry : entries) {
                try (InputStream in = zip.getInputStream(entry)) {
                    byte[] content = in.readNBytes(LARGEST + 1);
                    if (content.length > LARGEST) {
                        throw new NotAPack("a file in it is larger than a proof's files are");
                    }
                    files.put(entry.getName(), content);
                }
            }
        } catch (ZipException e) {
            throw new NotAPack("it is not a ZIP, or a broken one");
        }
        return files;
    }
}

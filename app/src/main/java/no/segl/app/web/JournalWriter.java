package no.segl.app.web;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes letters for an archive, one by one, as XML or JSON with the same names. Both are made of
 * the same tree, so that neither says anything that the other does not.
 */
abstract sealed class JournalWriter {

    private static final JsonMapper JSON = new JsonMapper();

    private JournalWriter() {}

    /** The writer of a format. */
    static JournalWriter of(String format, OutputStream out) throws XMLStreamException {
        return format.equals("xml") ? new Xml(out) : new Json(out);
    }

    /** Writes a letter. */
    void write(JournalPost post) {
        put(JSON.valueToTree(post));
    }

    abstract void put(JsonNode post);

    /** Ends the file: what is not ended is not whole. */
    abstract void end();

    private static final class Json extends JournalWriter {
        private final JsonGenerator out;

        Json(OutputStream stream) {
            out = JSON.createGenerator(stream);
            out.writeStartObject();
            out.writeName("journalpost");
            out.writeStartArray();
        }

        @Override
        void put(JsonNode post) {
            out.writeTree(post);
        }

        @Override
        void end() {
            out.writeEndArray();
            out.writeEndObject();
            out.flush();
        }
    }

    /** What goes wrong in writing XML. */
    private static final class NotWritten extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotWritten(XMLStreamException cause) {
            super(cause);
        }
    }

    private static final class Xml extends JournalWriter {
        private final XMLStreamWriter out;

        Xml(OutputStream stream) throws XMLStreamException {
            out =
                    XMLOutputFactory.newDefaultFactory()
                            .createXMLStreamWriter(stream, StandardCharsets.UTF_8.name());
            out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            out.writeStartElement("journalposter");
        }

        @Override
        void put(JsonNode post) {
            try {
                element("journalpost", post);
            } catch (XMLStreamException e) {
                throw new NotWritten(e);
            }
        }

        private void element(String name, JsonNode value) throws XMLStreamException {
            if (value.isArray()) {
                for (JsonNode one : value) {
                    element(name, one);
                }
                return;
            }
            out.writeStartElement(name);
            if (value.isObject()) {
                for (Map.Entry<String, JsonNode> field : value.properties()) {
                    element(field.getKey(), field.getValue());
                }
            } else {
                out.writeCharacters(allowed(value.stringValue()));
            }
            out.writeEndElement();
        }

        /** Without the signs that XML 1.0 has no way to write. */
        private static String allowed(String text) {
            return text.codePoints()
                    .filter(c -> c == '\t' || c == '\n' || c == '\r' || c >= ' ')
                    .filter(c -> c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF))
                    .collect(
                            StringBuilder::new,
                            StringBuilder::appendCodePoint,
                            StringBuilder::append)
                    .toString();
        }

        @Override
        void end() {
            try {
                out.writeEndElement();
                out.writeEndDocument();
                out.flush();
            } catch (XMLStreamException e) {
                throw new NotWritten(e);
            }
        }
    }
}

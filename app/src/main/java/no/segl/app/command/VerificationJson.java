package no.segl.app.command;

import java.io.PrintWriter;
import no.segl.app.ledger.Header;
import no.segl.core.ledger.CheckpointKeys;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.ledger.verification.Coverage;
import no.segl.core.ledger.verification.Finding;
import no.segl.core.ledger.verification.Report;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * A verification as one JSON object, with every finding; docs/api/ledger-format.md has its form.
 */
final class VerificationJson implements VerificationOutput {

    private final JsonGenerator json;

    VerificationJson(PrintWriter out) {
        this.json =
                JsonFactory.builder()
                        .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                        .build()
                        .createGenerator(ObjectWriteContext.empty(), out);
    }

    @Override
    public void begin(Header header, CheckpointKeys trusted, boolean own) {
        json.writeStartObject()
                .writeStringProperty("madeAt", LedgerTime.text(header.madeAt()))
                .writeStringProperty("keysFrom", own ? "export" : "given")
                .writeArrayPropertyStart("keys");
        trusted.ids().forEach(json::writeString);
        json.writeEndArray().writeArrayPropertyStart("findings");
    }

    @Override
    public void add(Finding finding) {
        json.writeStartObject().writeStringProperty("kind", finding.kind().name());
        var chain = finding.chain();
        if (chain != null) {
            json.writeStringProperty("chain", chain.value());
        }
        json.writeNumberProperty("from", finding.from())
                .writeNumberProperty("to", finding.to())
                .writeNumberProperty("line", finding.line())
                .writeStringProperty("text", finding.text())
                .writeEndObject();
    }

    @Override
    public void end(Report report) {
        json.writeEndArray()
                .writeBooleanProperty("intact", report.isIntact())
                .writeBooleanProperty("closed", report.closed())
                .writeNumberProperty("entries", report.entries())
                .writeNumberProperty("checkpoints", report.checkpoints())
                .writeArrayPropertyStart("chains");
        for (Coverage chain : report.chains()) {
            json.writeStartObject()
                    .writeStringProperty("chain", chain.chain().value())
                    .writeNumberProperty("entries", chain.entries())
                    .writeNumberProperty("last", chain.last())
                    .writeNumberProperty("coveredTo", chain.coveredTo());
            var coveredAt = chain.coveredAt();
            if (coveredAt != null) {
                json.writeStringProperty("coveredAt", LedgerTime.text(coveredAt));
            }
            json.writeEndObject();
        }
        json.writeEndArray().writeEndObject().writeRaw("\n").close();
    }
}

package no.segl.app.ledger;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** What docs/api/ledger-format.md fixes: change it there too, and raise the version. */
final class LedgerFormat {

    static final String NAME = "segl-ledger";
    static final long VERSION = 1;

    /**
     * In bytes, without the line feed. An entry of 64 KiB of text takes at most six times that,
     * when JSON must escape every character.
     */
    static final int MAX_LINE = 1 << 20;

    /** Members nest this deep: the header's keys are objects in an array in an object. */
    static final int MAX_DEPTH = 3;

    /** Reads and writes the JSON of one line. */
    static final TokenStreamFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(MAX_DEPTH)
                                    .maxNameLength(64)
                                    .maxNumberLength(20)
                                    .maxStringLength(MAX_LINE)
                                    .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    // Names come from strangers: a table of those seen would only grow.
                    .disable(
                            tools.jackson.core.TokenStreamFactory.Feature
                                    .CANONICALIZE_PROPERTY_NAMES)
                    .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
                    .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .build();

    private LedgerFormat() {}
}

/** Speaks to Segl's API. Java's own HTTP client and Jackson; nothing else of Segl. */
@org.jspecify.annotations.NullMarked
module no.segl.client {
    requires transitive java.net.http;
    requires tools.jackson.databind;
    requires static transitive org.jspecify;

    exports no.segl.client;
}

package no.segl.app.web.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;

/**
 * Writes pages. The templates were compiled with the rest of the code, so nothing is compiled while
 * running. Safe for use by many threads.
 */
public final class Pages {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    /** The page as HTML in UTF-8: the whole body of a {@code text/html;charset=utf-8} answer. */
    public byte[] html(Page page) {
        Utf8ByteOutput out = new Utf8ByteOutput();
        engine.render(page.template(), page, out);
        return out.toByteArray();
    }
}

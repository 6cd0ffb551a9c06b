package no.segl.app.web.page;

/**
 * A category to choose.
 *
 * @param code its code
 * @param name its name, in the page's language
 */
public record Choice(String code, String name) {}

package no.segl.app.web.page;

import java.util.List;

/**
 * Who can give somebody access at a unit.
 *
 * @param unit where
 * @param people the names of those who can; if empty the page names their role instead
 */
public record AccessGiver(Party unit, List<String> people) {}

package no.segl.proof.tidy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Words that have no place: promises to oneself, vague names, and hosts that a mirror replaces. */
final class Words {

    private static final Pattern PROMISE =
            Pattern.compile(
                    "\\b(" + String.join("|", "TO" + "DO", "FIX" + "ME", "X" + "XX") + ")\\b");

    /** Prose and other people's texts may well speak of them. */
    static final Rule NO_PROMISES =
            (file, house) ->
                    file.isText() && !file.isMarkdown() && !file.name().equals("LICENSE")
                            ? file.matches(PROMISE, "%s: do it now, or file an issue")
                            : Stream.of();

    private static final Pattern REGISTRY =
            Pattern.compile(
                    "(?i)\\b("
                            + String.join(
                                    "|",
                                    "repo\\d*[.]maven([.]apache)?[.]org",
                                    "(central|oss|s01[.]oss)[.]sonatype[.](org|com)",
                                    "(search|central)[.]maven[.]org",
                                    "repo[.]spring[.]io",
                                    "plugins[.]gradle[.]org",
                                    "jcenter[.]bintray[.]com",
                                    "jitpack[.]io",
                                    "registry[.](npmjs[.]org|yarnpkg[.]com)",
                                    "(www[.])?npmjs[.]com",
                                    "(deb|security|snapshot|ftp)[.]debian[.]org",
                                    "(archive|security|ports)[.]ubuntu[.]com",
                                    "(www[.])?pypi[.]org",
                                    "files[.]pythonhosted[.]org",
                                    "(static[.]|index[.])?crates[.]io",
                                    "proxy[.]golang[.]org",
                                    "(api[.]|www[.])?nuget[.]org",
                                    "rubygems[.]org",
                                    "(registry-1[.]|hub[.])?docker[.](io|com)",
                                    "(ghcr|quay)[.]io")
                            + ")\\b");

    static final Rule NO_REGISTRY_HOST =
            (file, house) ->
                    file.isText()
                            ? file.matches(
                                    REGISTRY,
                                    "%s is a package registry's host: each machine has its own")
                            : Stream.of();

    private static final Set<String> VAGUE =
            Set.of(
                    "util",
                    "utils",
                    "common",
                    "commons",
                    "service",
                    "services",
                    "impl",
                    "dto",
                    "manager",
                    "managers",
                    "helper",
                    "helpers");

    /** Words of the trade, in the glossary, that only sound vague. */
    private static final Set<String> OF_THE_TRADE = Set.of("AccessManager", "SingleService");

    static final Rule NO_VAGUE_PACKAGE =
            (file, house) ->
                    file.isJava()
                            ? file.syntax().packages().stream()
                                    .filter(name ->
                                            List.of(name.name().split("\\.", -1)).stream()
                                                    .anyMatch(VAGUE::contains))
                                    .map(name ->
                                            file.finding(
                                                    name.line(),
                                                    "package "
                                                            + name.name()
                                                            + ": name it for the thing it holds"))
                            : Stream.of();

    static final Rule NO_VAGUE_TYPE =
            (file, house) ->
                    file.isJava()
                            ? file.syntax().types().stream()
                                    .filter(type -> !OF_THE_TRADE.contains(type.name()))
                                    .filter(type -> VAGUE.contains(lastWord(type.name())))
                                    .map(type ->
                                            file.finding(
                                                    type.line(),
                                                    "type "
                                                            + type.name()
                                                            + ": name it for what it does or is"))
                            : Stream.of();

    private Words() {}

    private static String lastWord(String camelCase) {
        String[] words = camelCase.split("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", -1);
        return words[words.length - 1].toLowerCase(Locale.ROOT);
    }
}

package no.segl.app.walls;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles a few lines as if they stood in the house, for a wall to look at. */
final class Snippets {

    private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("(?:class|interface|record|enum) (\\w+)");

    private static final List<String> NO_PROCESSORS = List.of("-proc:none");

    private static final JavaCompiler COMPILER =
            Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK, not a JRE");

    /** Knows the jars of the class path, and is kept: opening them takes longer than compiling. */
    private static final StandardJavaFileManager JARS =
            COMPILER.getStandardFileManager(null, null, null);

    private Snippets() {}

    /** The classes of {@code sources}, each a whole file with its package and one public type. */
    static JavaClasses compiled(Path folder, String... sources) throws IOException {
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        List<JavaFileObject> files = new ArrayList<>();
        for (String source : sources) {
            files.add(file(source));
        }
        Path classes = Files.createDirectories(folder.resolve("classes"));
        JARS.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
        if (!COMPILER.getTask(null, JARS, problems, NO_PROCESSORS, null, files).call()) {
            throw new IllegalArgumentException(problems.getDiagnostics().toString());
        }
        return new ClassFileImporter().importPath(classes);
    }

    /** A type in {@code name}'s package that holds one of each of {@code held}. */
    static String holder(String name, String... held) {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < held.length; i++) {
            fields.append(" public ").append(held[i]).append(" f").append(i).append(";");
        }
        int dot = name.lastIndexOf('.');
        return "package %s; public class %s {%s }"
                .formatted(name.substring(0, dot), name.substring(dot + 1), fields);
    }

    private static JavaFileObject file(String source) {
        String path = first(PACKAGE, source).replace('.', '/') + "/" + first(TYPE, source);
        URI uri = URI.create("snippet:///" + path + ".java");
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
    }

    private static String first(Pattern pattern, String source) {
        Matcher matcher = pattern.matcher(source);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no " + pattern + " in: " + source);
        }
        return matcher.group(1);
    }
}

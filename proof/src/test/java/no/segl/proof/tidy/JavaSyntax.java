package no.segl.proof.tidy;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * What the rules ask of a Java file, read by javac's own parser, so that a word in a string or a
 * comment is never taken for code.
 *
 * @param packages the package named, with its line
 * @param types every class, record, interface and enum named
 * @param methods every method and constructor with a name and lines
 * @param mentions each dotted name (such as {@code Thread.sleep}) and each {@code @Annotation}
 * @param doc the documentation comment of the package or of the first type, or empty
 */
record JavaSyntax(
        List<Named> packages,
        List<Named> types,
        List<Method> methods,
        List<Named> mentions,
        String doc) {

    /** Else javac looks for annotation processors in every jar of the class path, for each file. */
    private static final List<String> NO_PROCESSORS = List.of("-proc:none");

    private static final JavaCompiler COMPILER =
            Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK, not a JRE");

    /** One for all files: each would read the JDK's modules anew. */
    private static final JavaFileManager FILES =
            COMPILER.getStandardFileManager(null, null, StandardCharsets.UTF_8);

    record Named(String name, int line) {

        /** Whether it is {@code wanted}, with or without a qualifier before it. */
        boolean is(String wanted) {
            return name.equals(wanted) || name.endsWith("." + wanted);
        }
    }

    record Method(String name, int firstLine, int lastLine) {
        int length() {
            return lastLine - firstLine + 1;
        }
    }

    static JavaSyntax of(HouseFile file) {
        return of(List.of(file)).getFirst();
    }

    /** Of each file, in the same order: to start the parser costs more than to read a file. */
    static List<JavaSyntax> of(List<HouseFile> files) {
        if (files.isEmpty()) {
            return List.of();
        }
        JavacTask task =
                (JavacTask)
                        COMPILER.getTask(
                                null,
                                FILES,
                                problem -> {},
                                NO_PROCESSORS,
                                null,
                                files.stream().map(JavaSyntax::source).toList());
        try {
            List<JavaSyntax> all = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                Reader reader = new Reader(DocTrees.instance(task));
                reader.scan(unit, null);
                all.add(reader.result());
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SimpleJavaFileObject source(HouseFile file) {
        URI uri = URI.create("house:///" + file.path().replace(' ', '_'));
        return new SimpleJavaFileObject(uri, SimpleJavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return file.text();
            }
        };
    }

    private static final class Reader extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final DocTrees trees;
        private final SourcePositions positions;
        private final List<Named> packages = new ArrayList<>();
        private final List<Named> types = new ArrayList<>();
        private final List<Method> methods = new ArrayList<>();
        private final List<Named> mentions = new ArrayList<>();
        private String doc = "";

        Reader(DocTrees trees) {
            this.trees = trees;
            this.positions = trees.getSourcePositions();
        }

        JavaSyntax result() {
            return new JavaSyntax(packages, types, methods, mentions, doc);
        }

        private int line(long position) {
            return (int) getCurrentPath().getCompilationUnit().getLineMap().getLineNumber(position);
        }

        private long start(Tree tree) {
            return positions.getStartPosition(getCurrentPath().getCompilationUnit(), tree);
        }

        private long end(Tree tree) {
            return positions.getEndPosition(getCurrentPath().getCompilationUnit(), tree);
        }

        private void takeDoc() {
            String comment = trees.getDocComment(getCurrentPath());
            if (doc.isEmpty() && comment != null) {
                doc = comment;
            }
        }

        @Override
        public @Nullable Void visitPackage(PackageTree node, @Nullable Void none) {
            takeDoc();
            packages.add(
                    new Named(
                            node.getPackageName().toString(), line(start(node.getPackageName()))));
            return super.visitPackage(node, null);
        }

        @Override
        public @Nullable Void visitClass(ClassTree node, @Nullable Void none) {
            takeDoc();
            if (!node.getSimpleName().isEmpty()) {
                types.add(new Named(node.getSimpleName().toString(), line(start(node))));
            }
            return super.visitClass(node, null);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree node, @Nullable Void none) {
            methods.add(
                    new Method(node.getName().toString(), line(start(node)), line(end(node) - 1)));
            return super.visitMethod(node, null);
        }

        @Override
        public @Nullable Void visitMemberSelect(MemberSelectTree node, @Nullable Void none) {
            // Names only: to write out a chain of calls is slow, and says nothing more.
            if (isName(node)) {
                // The line of the name itself: a chain starts lines before its last link.
                mentions.add(new Named(node.toString(), line(end(node) - 1)));
            }
            return super.visitMemberSelect(node, null);
        }

        private static boolean isName(Tree tree) {
            return tree instanceof IdentifierTree
                    || (tree instanceof MemberSelectTree member && isName(member.getExpression()));
        }

        @Override
        public @Nullable Void visitAnnotation(AnnotationTree node, @Nullable Void none) {
            mentions.add(new Named("@" + node.getAnnotationType(), line(start(node))));
            return super.visitAnnotation(node, null);
        }
    }
}

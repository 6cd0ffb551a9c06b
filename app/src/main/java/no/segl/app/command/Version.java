package no.segl.app.command;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** Which version of Segl this is. */
public final class Version implements IVersionProvider {

    /** The version, as the build wrote it. */
    public static String text() {
        return Objects.requireNonNullElse(
                Version.class.getPackage().getImplementationVersion(), "development");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"Segl " + text()};
    }
}

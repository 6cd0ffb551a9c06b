package no.segl.app.command;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import no.segl.app.wiring.Settings;
import no.segl.app.wiring.SettingsReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The settings of the environment, with what the command line says instead. */
final class Environment {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "the folder for data (instead of SEGL_DATA)")
    private @Nullable Path data;

    @Option(names = "--port", paramLabel = "N", description = "the port (instead of SEGL_PORT)")
    private @Nullable Integer port;

    /**
     * The settings.
     *
     * @throws ParameterException listing all that is wrong with them
     */
    Settings settings() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        if (data != null) {
            environment.put("SEGL_DATA", data.toString());
        }
        if (port != null) {
            environment.put("SEGL_PORT", port.toString());
        }
        return switch (SettingsReader.read(environment)) {
            case SettingsReader.Result.Sound(var settings) -> settings;
            case SettingsReader.Result.Faulty(var faults) ->
                    throw new ParameterException(
                            java.util.Objects.requireNonNull(command).commandLine(),
                            "The settings are not right:\n  " + String.join("\n  ", faults));
        };
    }
}

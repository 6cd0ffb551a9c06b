package no.segl.app.api;

import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells what went wrong without repeating messages: those of libraries quote their input, which may
 * be a title, a name, or content. Types and places are enough to find the fault.
 */
public final class Causes {

    private static final int DEEP = 6;

    private Causes() {}

    /** The types of {@code fault} and its causes, and where in Segl each passed. */
    public static String of(Throwable fault) {
        List<String> parts = new ArrayList<>();
        @Nullable Throwable at = fault;
        for (int i = 0; at != null && i < DEEP; i++) {
            parts.add(at.getClass().getName() + place(at));
            at = at.getCause();
        }
        return String.join(" <- ", parts);
    }

    /** Whether it came of a client that sent nothing for too long. */
    public static boolean stoodStill(Throwable fault) {
        @Nullable Throwable at = fault;
        for (int i = 0; at != null && i < DEEP; i++) {
            if (at instanceof SocketTimeoutException) {
                return true;
            }
            at = at.getCause();
        }
        return false;
    }

    private static String place(Throwable fault) {
        for (StackTraceElement element : fault.getStackTrace()) {
            if (element.getClassName().startsWith("no.segl.")) {
                return " at "
                        + element.getClassName()
                        + "."
                        + element.getMethodName()
                        + ":"
                        + element.getLineNumber();
            }
        }
        StackTraceElement[] trace = fault.getStackTrace();
        return trace.length == 0 ? "" : " at " + trace[0];
    }
}

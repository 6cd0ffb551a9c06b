package no.segl.app.vault;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;

/** Makes the keyset if nobody has, rotates it and prints a data key wrapped after each turn. */
final class RotatingProcess {

    static final Folder FOLDER = Folder.of(new Samples(12).letter());

    private RotatingProcess() {}

    public static void main(String[] arguments) throws IOException {
        KeysetFile keys = KeysetFile.open(Path.of(arguments[0]), true);
        for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
            keys.rotate();
            WrappedKey wrapped = keys.wrap(new Samples(13).key(), FOLDER);
            JavaProcess.answer(wrapped.keyId() + " " + HexFormat.of().formatHex(wrapped.bytes()));
        }
    }

    static WrappedKey parse(String line) {
        int space = line.indexOf(' ');
        return new WrappedKey(
                line.substring(0, space), HexFormat.of().parseHex(line.substring(space + 1)));
    }
}

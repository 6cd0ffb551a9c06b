package no.segl.app.connect.printer;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How to reach a printer by SFTP.
 *
 * @param hostKey the only key that the printer's machine may have, as in a {@code known_hosts} file
 *     without the name: {@code ecdsa-sha2-nistp256 AAAA…} or {@code ssh-rsa AAAA…}
 * @param privateKey the file with Segl's own key, which only its owner may read; ECDSA or RSA
 * @param folder the folder that holds {@code in}, {@code receipts} and the others
 * @param timeout how long to wait for each answer
 */
public record SftpSettings(
        String host,
        int port,
        String user,
        String hostKey,
        Path privateKey,
        String folder,
        Duration timeout) {}

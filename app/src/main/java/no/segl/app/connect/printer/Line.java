package no.segl.app.connect.printer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.CloseableHandle;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHFsyncExtension;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHPosixRenameExtension;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/**
 * An open connection, and the few things that are done over it. Paths are beneath the printer's
 * folder. A {@link SftpException} means that the printer's machine said no; any other {@link
 * IOException} leaves open what happened.
 */
final class Line implements AutoCloseable {

    private static final int CHUNK = 32 << 10;

    private final ClientSession session;
    private final SftpClient sftp;
    private final String folder;

    Line(ClientSession session, SftpClient sftp, String folder) {
        this.session = session;
        this.sftp = sftp;
        this.folder = folder.endsWith("/") ? folder : folder + "/";
    }

    void makeFolder(String path) throws IOException {
        sftp.mkdir(folder + path);
    }

    /**
     * Writes a file that must not be there, and has it forced to the disk where that is offered.
     */
    void write(String path, InputStream from, long expected) throws IOException {
        try (OutputStream out =
                sftp.write(
                        folder + path,
                        CHUNK,
                        OpenMode.Write,
                        OpenMode.Create,
                        OpenMode.Exclusive)) {
            from.transferTo(out);
        }
        OpenSSHFsyncExtension fsync = sftp.getExtension(OpenSSHFsyncExtension.class);
        if (fsync != null && fsync.isSupported()) {
            try (CloseableHandle handle = sftp.open(folder + path, OpenMode.Write)) {
                fsync.fsync(handle);
            }
        }
        if (sftp.stat(folder + path).getSize() != expected) {
            throw new SftpException(
                    SftpConstants.SSH_FX_FAILURE, "a file has not the size that was written");
        }
    }

    /**
     * Renames in one step: with OpenSSH's extension where there is one, since its own takes two.
     */
    void rename(String from, String to) throws IOException {
        OpenSSHPosixRenameExtension posix = sftp.getExtension(OpenSSHPosixRenameExtension.class);
        if (posix != null && posix.isSupported()) {
            posix.posixRename(folder + from, folder + to);
        } else {
            sftp.rename(folder + from, folder + to);
        }
    }

    /**
     * Renames, unless there is nothing of that name.
     *
     * @return whether there was
     */
    boolean renameIfThere(String from, String to) throws IOException {
        if (!exists(from)) {
            return false;
        }
        try {
            rename(from, to);
            return true;
        } catch (SftpException e) {
            if (!exists(from)) {
                return false;
            }
            throw e;
        }
    }

    boolean isFile(String path) throws IOException {
        return exists(path) && sftp.lstat(folder + path).isRegularFile();
    }

    boolean exists(String path) throws IOException {
        try {
            sftp.lstat(folder + path);
            return true;
        } catch (SftpException e) {
            if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
                return false;
            }
            throw e;
        }
    }

    /** The names in a folder that please, in alphabetical order. */
    List<String> names(String path, Predicate<DirEntry> pleases) throws IOException {
        List<String> names = new ArrayList<>();
        for (DirEntry entry : sftp.readEntries(folder + path)) {
            String name = entry.getFilename();
            if (!name.equals(".") && !name.equals("..") && pleases.test(entry)) {
                names.add(name);
            }
        }
        names.sort(null);
        return names;
    }

    /** At most the first {@code most} bytes of a file. */
    byte[] read(String path, int most) throws IOException {
        try (InputStream in = sftp.read(folder + path)) {
            return in.readNBytes(most);
        }
    }

    /** Removes a file, if there is one. */
    void remove(String path) throws IOException {
        try {
            sftp.remove(folder + path);
        } catch (SftpException e) {
            if (exists(path)) {
                throw e;
            }
        }
    }

    /** Removes an empty folder, if there is one. */
    void removeFolder(String path) throws IOException {
        try {
            sftp.rmdir(folder + path);
        } catch (SftpException e) {
            if (exists(path)) {
                throw e;
            }
        }
    }

    @Override
    public void close() {
        session.close(true);
    }
}

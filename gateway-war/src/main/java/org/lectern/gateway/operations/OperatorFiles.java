package org.lectern.gateway.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;

/** What the operator's command line finds in the data folder: {@code operator.token} (mode 600) and {@code lectern.url}. */
final class OperatorFiles {

    private static final System.Logger LOG = System.getLogger(OperatorFiles.class.getName());
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    private final Path folder;

    OperatorFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * The token that is there, else a new one.
     *
     * @throws IOException when the file cannot be read or written
     * @throws IllegalArgumentException when the file holds something too short to be safe
     */
    OperatorToken token(SecureRandom random) throws IOException {
        Path file = folder.resolve("operator.token");
        if (Files.exists(file) && Files.size(file) > 0) {
            warnIfOpen(file);
            return new OperatorToken(Files.readString(file).strip());
        }
        OperatorToken made = OperatorToken.make(random);
        write(file, made.value(), ownersOnly(file));
        return made;
    }

    /** Tells where this gateway listens, for whoever is on this machine. */
    void url(int port) throws IOException {
        write(folder.resolve("lectern.url"), "http://127.0.0.1:" + port);
    }

    private static void write(Path file, String line, FileAttribute<?>... attributes) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, attributes);
        Files.writeString(draft, line + "\n");
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] ownersOnly(Path file) {
        return posix(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
                : new FileAttribute<?>[0];
    }

    private static void warnIfOpen(Path file) throws IOException {
        if (posix(file) && !OWNER.containsAll(Files.getPosixFilePermissions(file))) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "others can read the operator's token: chmod 600 " + file.getFileName());
        }
    }

    private static boolean posix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}

package org.lectern.config.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;

/**
 * Where the master key is: the file named by {@code lectern.secret-key-file}, else {@code secret.key} in the data folder, made
 * once, readable by its owner alone, and on disk before it is used.
 */
public final class MasterKeyFile {

    private final Optional<Path> named;
    private final Path dataFolder;
    private final SecureRandom random;

    public MasterKeyFile(Optional<Path> named, Path dataFolder, SecureRandom random) {
        this.named = named;
        this.dataFolder = dataFolder;
        this.random = random;
    }

    /** @throws UnusableKey if the file cannot be read or made, or does not hold a key */
    public MasterKey load() {
        Path own = dataFolder.resolve("secret.key");
        if (named.isEmpty() && Files.notExists(own)) {
            return make(own);
        }
        return read(named.orElse(own));
    }

    private static MasterKey read(Path file) {
        try {
            return KeyText.parse(Files.readAllBytes(file))
                    .orElseThrow(() -> new UnusableKey("The master key file " + file + " does not hold a key:"
                            + " it must be 32 random bytes, raw or in base64 (openssl rand -base64 32)."));
        } catch (IOException e) {
            throw new UnusableKey(
                    "The master key file " + file + " cannot be read ("
                            + e.getClass().getSimpleName()
                            + "); let this user read it, or name another with lectern.secret-key-file.",
                    e);
        }
    }

    private MasterKey make(Path file) {
        MasterKey key = MasterKey.random(random);
        try {
            Files.createDirectories(dataFolder);
            Path draft = Files.createTempFile(dataFolder, "secret", ".key", ownerOnly());
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                ByteBuffer text = ByteBuffer.wrap(KeyText.write(key));
                while (text.hasRemaining()) {
                    channel.write(text);
                }
                // What is sealed with a key that a power cut takes away is lost.
                channel.force(true);
            }
            // Refuses to replace a key, which would be lost with all that it sealed.
            Files.move(draft, file);
            forceFolder();
            return key;
        } catch (IOException e) {
            throw new UnusableKey(
                    "The master key file " + file + " cannot be made ("
                            + e.getClass().getSimpleName()
                            + "); let this user write to the data folder, or name a key with lectern.secret-key-file.",
                    e);
        }
    }

    private FileAttribute<?>[] ownerOnly() throws IOException {
        boolean posix = Files.getFileStore(dataFolder).supportsFileAttributeView("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private void forceFolder() throws IOException {
        // Windows does not open folders, and does not need it.
        if (Files.getFileStore(dataFolder).supportsFileAttributeView("posix")) {
            try (FileChannel folder = FileChannel.open(dataFolder, Set.of(StandardOpenOption.READ))) {
                folder.force(true);
            }
        }
    }
}

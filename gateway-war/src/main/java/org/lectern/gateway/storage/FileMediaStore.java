package org.lectern.gateway.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.OptionalLong;
import org.lectern.config.tenant.TenantId;

/**
 * A folder, of this machine or shared by all nodes. A growing object has an ending to its name until it is whole. Every step is forced to
 * disk before it counts.
 */
final class FileMediaStore implements MediaStore {

    private static final String GROWING = ".growing";

    private final Path folder;
    private final SecureRandom random;

    FileMediaStore(Path folder, SecureRandom random) {
        this.folder = folder;
        this.random = random;
    }

    @Override
    public String put(TenantId tenant, byte[] bytes, String type) {
        Growth growth = append(begin(tenant, type), bytes, bytes.length);
        finish(growth);
        return growth.object();
    }

    @Override
    public Growth begin(TenantId tenant, String type) {
        String object = ObjectName.fresh(tenant, random);
        try {
            Files.createDirectories(whole(object).getParent());
            return new Growth(object, 0, "");
        } catch (IOException e) {
            throw new StorageFailed("cannot make a folder for tenant=" + tenant, e);
        }
    }

    @Override
    public Growth append(Growth growth, byte[] bytes, int length) {
        try (FileChannel file =
                FileChannel.open(growing(growth.object()), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (file.size() < growth.bytes()) {
                throw new NotInStorage(growth.object(), null);
            }
            file.truncate(growth.bytes());
            file.position(growth.bytes());
            ByteBuffer left = ByteBuffer.wrap(bytes, 0, length);
            while (left.hasRemaining()) {
                file.write(left);
            }
            file.force(true);
            return new Growth(growth.object(), growth.bytes() + length, growth.memo());
        } catch (IOException e) {
            throw new StorageFailed("cannot write object=" + growth.object(), e);
        }
    }

    @Override
    public void finish(Growth growth) {
        Path whole = whole(growth.object());
        try {
            Path growing = growing(growth.object());
            if (Files.exists(growing)) {
                if (Files.size(growing) != growth.bytes()) {
                    throw new NotInStorage(growth.object(), null);
                }
                Files.move(growing, whole, StandardCopyOption.ATOMIC_MOVE);
                force(whole.getParent());
            } else if (!Files.exists(whole) || Files.size(whole) != growth.bytes()) {
                throw new NotInStorage(growth.object(), null);
            }
        } catch (IOException e) {
            throw new StorageFailed("cannot finish object=" + growth.object(), e);
        }
    }

    @Override
    public void abandon(Growth growth) {
        try {
            Files.deleteIfExists(growing(growth.object()));
        } catch (IOException e) {
            throw new StorageFailed("cannot take back object=" + growth.object(), e);
        }
        delete(growth.object());
    }

    @Override
    public InputStream open(String object, long first, long length) {
        try {
            FileChannel file = FileChannel.open(whole(object), StandardOpenOption.READ);
            return new Limited(Channels.newInputStream(file.position(first)), length);
        } catch (NoSuchFileException e) {
            throw new NotInStorage(object, e);
        } catch (IOException e) {
            throw new StorageFailed("cannot read object=" + object, e);
        }
    }

    @Override
    public void delete(String object) {
        try {
            Files.deleteIfExists(whole(object));
        } catch (IOException e) {
            throw new StorageFailed("cannot delete object=" + object, e);
        }
    }

    @Override
    public OptionalLong room() {
        try {
            Files.createDirectories(folder);
            return OptionalLong.of(Files.getFileStore(folder).getUsableSpace());
        } catch (IOException e) {
            throw new StorageFailed("cannot see the free space of " + folder, e);
        }
    }

    private Path whole(String object) {
        return folder.resolve(ObjectName.checked(object));
    }

    private Path growing(String object) {
        return folder.resolve(ObjectName.checked(object) + GROWING);
    }

    /** The new name survives a power cut only when its folder is on disk, too. */
    private static void force(Path folder) throws IOException {
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }
}

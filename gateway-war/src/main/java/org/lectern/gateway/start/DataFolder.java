package org.lectern.gateway.start;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The data folder, held by one gateway at a time; the process id of the holder is in {@code lectern.pid}. */
final class DataFolder implements AutoCloseable {

    private final Path pid;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path pid, FileChannel channel, FileLock lock) {
        this.pid = pid;
        this.channel = channel;
        this.lock = lock;
    }

    /** @throws CannotStart when it cannot be used or another gateway holds it */
    static DataFolder hold(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(
                    folder.resolve("lectern.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw taken(folder, null);
            }
            Path pid = folder.resolve("lectern.pid");
            Files.writeString(pid, ProcessHandle.current().pid() + "\n");
            return new DataFolder(pid, channel, lock);
        } catch (OverlappingFileLockException e) {
            throw taken(folder, e);
        } catch (IOException e) {
            throw new CannotStart(
                    "the data folder " + folder + " cannot be written ("
                            + e.getClass().getSimpleName()
                            + "): make it writable, free some space, or choose another with --data",
                    e);
        }
    }

    private static CannotStart taken(Path folder, Exception cause) {
        return new CannotStart(
                "another Lectern is running with the data folder " + folder
                        + ": stop it, or choose another with --data",
                cause);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(pid);
        lock.release();
        channel.close();
    }
}

package org.lectern.gateway.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The archive of PostgreSQL's programs within the jar that the build fetched for this platform. */
final class BinariesJar {

    private BinariesJar() {}

    /** @return the {@code .txz} archive; the caller closes it */
    static InputStream open(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            JarEntry archive = Collections.list(file.entries()).stream()
                    .filter(entry -> entry.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no PostgreSQL archive in " + jar));
            return new java.io.ByteArrayInputStream(file.getInputStream(archive).readAllBytes());
        }
    }
}

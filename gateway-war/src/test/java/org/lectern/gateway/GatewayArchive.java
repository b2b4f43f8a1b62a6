package org.lectern.gateway;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR as Maven packaged it, and what the tests that run inside the server need besides. */
final class GatewayArchive {

    private GatewayArchive() {}

    static WebArchive built() {
        freshServerFolder();
        return ShrinkWrap.create(ZipImporter.class, "lectern.war")
                .importFrom(new File("target/lectern.war"))
                .as(WebArchive.class)
                .addAsLibrary(jarOf(Assertions.class))
                .addClasses(GatewayArchive.class, Wire.class, WireAnswer.class);
    }

    /** Named in arquillian.xml: the server deletes a folder of its own choice while the gateway is still stopping the database. */
    private static void freshServerFolder() {
        Path folder = Path.of("target", "it-server");
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        folder.toFile().mkdirs();
    }

    private static File jarOf(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}

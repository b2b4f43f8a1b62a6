package org.lectern.gateway;

import java.io.File;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR as Maven packaged it, and what the tests that run inside the server need besides. */
final class GatewayArchive {

    private GatewayArchive() {}

    static WebArchive built() {
        return ShrinkWrap.create(ZipImporter.class, "lectern.war")
                .importFrom(new File("target/lectern.war"))
                .as(WebArchive.class)
                .addAsLibrary(jarOf(Assertions.class))
                .addClasses(GatewayArchive.class, Wire.class, WireAnswer.class);
    }

    private static File jarOf(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}

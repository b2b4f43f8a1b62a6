package org.lectern.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberingLoaderTest {

    private final List<String> asked = new ArrayList<>();
    private final URL lies = Path.of("pom.xml").toUri().toURL();
    private final RememberingLoader loader = new RememberingLoader(new ClassLoader(null) {
        @Override
        public Enumeration<URL> getResources(String name) {
            asked.add(name);
            return name.equals("service") ? Collections.enumeration(List.of(lies)) : Collections.emptyEnumeration();
        }
    });

    RememberingLoaderTest() throws IOException {}

    @Test
    void asksOnceWhereAResourceLiesAndWhereNoneLies() throws IOException {
        for (int time = 0; time < 3; time++) {
            assertThat(Collections.list(loader.getResources("service"))).containsExactly(lies);
            assertThat(Collections.list(loader.getResources("nothing"))).isEmpty();
        }
        assertThat(asked).containsExactly("service", "nothing");
    }

    @Test
    void findsClassesAsTheApplicationDoes() throws ClassNotFoundException {
        ClassLoader application = getClass().getClassLoader();
        assertThat(new RememberingLoader(application).loadClass(Lanes.class.getName()))
                .isSameAs(Lanes.class);
    }
}

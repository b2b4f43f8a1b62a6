package org.lectern.gateway.delivery;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A thread's context class loader that asks the application's own one only once where a resource lies. For every call with a
 * {@code @Timeout} the server looks for the same service through every jar it has (Payara 6, {@code ContextSetupProviderImpl}), which was a
 * fifth of all processor time of delivering. Nothing is deployed into a running application, so the first answer stays true. Safe for
 * any thread.
 */
final class RememberingLoader extends ClassLoader {

    private final Map<String, List<URL>> found = new ConcurrentHashMap<>();

    RememberingLoader(ClassLoader application) {
        super("remembering", application);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        List<URL> known = found.get(name);
        if (known == null) {
            known = Collections.list(super.getResources(name));
            found.put(name, known);
        }
        return Collections.enumeration(known);
    }
}

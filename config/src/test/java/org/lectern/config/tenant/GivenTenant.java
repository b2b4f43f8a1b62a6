package org.lectern.config.tenant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lines of a configuration that is right, to be made wrong one setting at a time. */
public final class GivenTenant {

    private final Map<String, String> settings = new TreeMap<>();

    private GivenTenant() {}

    /** One tenant called acme with an LRS, nothing else. */
    public static GivenTenant acme() {
        return new GivenTenant()
                .with("lectern.tenants", "acme")
                .with("lectern.tenant.acme.lrs.endpoint", "https://lrs.acme.example/xapi")
                .with("lectern.tenant.acme.lrs.key", "the-key")
                .with("lectern.tenant.acme.lrs.secret", "hush");
    }

    public GivenTenant with(String name, String value) {
        settings.put(name, value);
        return this;
    }

    public GivenTenant without(String name) {
        settings.remove(name);
        return this;
    }

    /** A platform of a tenant, with everything it needs. */
    public GivenTenant platform(String tenant, String name, String deploymentIds) {
        String prefix = "lectern.tenant." + tenant + ".platform." + name + ".";
        return with("lectern.tenant." + tenant + ".platforms", name)
                .with(prefix + "issuer", "https://moodle.example")
                .with(prefix + "client-id", "client 1")
                .with(prefix + "deployment-ids", deploymentIds)
                .with(prefix + "authorization-url", "https://moodle.example/auth")
                .with(prefix + "token-url", "https://moodle.example/token")
                .with(prefix + "jwks-url", "https://moodle.example/certs");
    }

    public String[] lines() {
        List<String> lines = new ArrayList<>();
        settings.forEach((name, value) -> lines.add(name + "=" + value));
        return lines.toArray(String[]::new);
    }
}

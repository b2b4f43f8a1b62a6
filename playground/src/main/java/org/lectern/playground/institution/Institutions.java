package org.lectern.playground.institution;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lectern.playground.institution.LrsAccount.Credential;

/**
 * Everything the playground serves: each platform of the file whose issuer lies under the LMS address, each LRS whose
 * endpoint lies under the LRS address, and each Caliper endpoint there. Others are somebody else's and are left alone. Throws {@link SettingsException}
 * on a tenant that is under these addresses and cannot be played.
 */
public record Institutions(List<Platform> platforms, List<LrsAccount> lrsAccounts, List<LrsAccount> endpoints) {
    /** The kinds of destinations; an address here ends with its kind. */
    private static final String XAPI = "xapi";

    private static final String CALIPER = "caliper";

    public Institutions {
        platforms = List.copyOf(platforms);
        lrsAccounts = List.copyOf(lrsAccounts);
        endpoints = List.copyOf(endpoints);
    }

    public static Institutions of(Settings settings, String lmsUrl, String lrsUrl) {
        Map<String, Platform> platforms = new LinkedHashMap<>();
        Map<String, LrsAccount> accounts = new LinkedHashMap<>();
        Map<String, LrsAccount> endpoints = new LinkedHashMap<>();
        for (String tenant : settings.list("lectern.tenants")) {
            String prefix = "lectern.tenant." + tenant + ".";
            platformsOf(settings, tenant, prefix, lmsUrl)
                    .forEach(found -> platforms.merge(found.path(), found, Institutions::joined));
            accountsOf(settings, tenant, prefix, lrsUrl, XAPI)
                    .forEach(found -> accounts.merge(found.path(), found, Institutions::joined));
            accountsOf(settings, tenant, prefix, lrsUrl, CALIPER)
                    .forEach(found -> endpoints.merge(found.path(), found, Institutions::joined));
        }
        return new Institutions(
                List.copyOf(platforms.values()), List.copyOf(accounts.values()), List.copyOf(endpoints.values()));
    }

    private static List<Platform> platformsOf(Settings settings, String tenant, String prefix, String lmsUrl) {
        List<Medium> media = settings.list(prefix + "media").stream()
                .map(id -> new Medium(
                        id, settings.find(prefix + "media." + id + ".title").orElse(id)))
                .toList();
        List<Platform> found = new ArrayList<>();
        for (String name : settings.list(prefix + "platforms")) {
            String at = prefix + "platform." + name + ".";
            String issuer = settings.need(at + "issuer");
            segment(at + "issuer", issuer, lmsUrl, "").ifPresent(path -> {
                Registration registration = new Registration(
                        tenant,
                        settings.find(prefix + "name").orElse(tenant),
                        settings.need(at + "client-id"),
                        settings.list(at + "deployment-ids"),
                        media);
                found.add(new Platform(path, issuer, List.of(registration)));
            });
        }
        return found;
    }

    private static List<LrsAccount> accountsOf(
            Settings settings, String tenant, String prefix, String lrsUrl, String kind) {
        List<String> destinations = new ArrayList<>();
        destinations.add(prefix + "lrs.");
        settings.list(prefix + "destinations").forEach(name -> destinations.add(prefix + "destination." + name + "."));
        List<LrsAccount> found = new ArrayList<>();
        for (String at : destinations) {
            settings.find(at + "endpoint")
                    .filter(endpoint -> settings.find(at + "kind").orElse(XAPI).equals(kind))
                    .flatMap(endpoint -> segment(at + "endpoint", endpoint, lrsUrl, "/" + kind))
                    .ifPresent(path -> found.add(new LrsAccount(
                            path, settings.find(prefix + "name").orElse(tenant), List.of(credential(settings, at)))));
        }
        return found;
    }

    private static Credential credential(Settings settings, String at) {
        return new Credential(settings.find(at + "bearer")
                .map(token -> "Bearer " + token)
                .orElseGet(() -> {
                    String pair = settings.need(at + "key") + ":" + settings.need(at + "secret");
                    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
                }));
    }

    /** The one path segment between the base address and the tail; empty when the address is not under the base. */
    private static Optional<String> segment(String property, String address, String base, String tail) {
        if (!address.startsWith(base + "/")) {
            return Optional.empty();
        }
        String rest = address.substring(base.length() + 1).replaceAll("/$", "");
        if (!rest.matches("[A-Za-z0-9._~-]+" + tail)) {
            throw new SettingsException(
                    property + " is " + address + "; the playground serves only " + base + "/NAME" + tail, null);
        }
        return Optional.of(rest.substring(0, rest.length() - tail.length()));
    }

    private static Platform joined(Platform one, Platform other) {
        List<Registration> registrations = new ArrayList<>(one.registrations());
        registrations.addAll(other.registrations());
        return new Platform(one.path(), one.issuer(), registrations);
    }

    private static LrsAccount joined(LrsAccount one, LrsAccount other) {
        List<Credential> credentials = new ArrayList<>(one.credentials());
        credentials.addAll(other.credentials());
        return new LrsAccount(one.path(), one.name(), credentials);
    }
}

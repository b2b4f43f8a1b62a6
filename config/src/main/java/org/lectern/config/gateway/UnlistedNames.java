package org.lectern.config.gateway;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lectern.config.lrs.Destination;
import org.lectern.config.tenant.DeclaredTenants;
import org.lectern.config.tenant.MediaEntry;
import org.lectern.config.tenant.Platform;
import org.lectern.config.tenant.Tenant;

/** Finds settings of things that no list names, such as a platform missing in {@code platforms}. */
final class UnlistedNames {

    private UnlistedNames() {}

    static List<String> warnings(Set<String> inFile, DeclaredTenants tenants) {
        return inFile.stream()
                .filter(name -> name.startsWith("lectern.tenant."))
                .map(name -> name.split("\\."))
                .filter(parts -> parts.length > 2)
                .flatMap(parts -> unlisted(parts, tenants).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static Optional<String> unlisted(String[] parts, DeclaredTenants tenants) {
        String id = parts[2];
        Optional<Tenant> tenant = tenants.all().stream()
                .filter(one -> one.id().value().equals(id))
                .findFirst();
        if (tenant.isEmpty()) {
            return Optional.of(warning("lectern.tenant." + id, id, "lectern.tenants"));
        }
        if (parts.length < 6) {
            return Optional.empty();
        }
        String prefix = "lectern.tenant." + id + ".";
        return list(parts[3])
                .filter(list -> names(tenant.get(), list).noneMatch(parts[4]::equals))
                .map(list -> warning(prefix + parts[3] + "." + parts[4], parts[4], prefix + list));
    }

    private static Optional<String> list(String kind) {
        return switch (kind) {
            case "platform" -> Optional.of("platforms");
            case "destination" -> Optional.of("destinations");
            case "media" -> Optional.of("media");
            default -> Optional.empty();
        };
    }

    private static Stream<String> names(Tenant tenant, String list) {
        return switch (list) {
            case "platforms" -> tenant.platforms().stream().map(Platform::name);
            case "destinations" -> tenant.destinations().stream().map(Destination::name);
            default -> tenant.media().stream().map(MediaEntry::id);
        };
    }

    private static String warning(String prefix, String name, String list) {
        return prefix + ".* changes nothing, since " + list + " does not name '" + name + "'";
    }
}

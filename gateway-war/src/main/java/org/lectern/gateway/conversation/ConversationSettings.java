package org.lectern.gateway.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.lectern.config.setting.Kind;
import org.lectern.config.setting.Settings;
import org.lectern.config.tenant.TenantId;

/**
 * Settings of this room, all on by default: {@code lectern.tenant.<id>.likes=false} and {@code lectern.tenant.<id>.comments=false} take
 * them off an institution's pages. What was said before is kept.
 */
@ApplicationScoped
public class ConversationSettings {

    private final Set<String> withoutLikes;
    private final Set<String> withoutComments;

    /** @throws org.lectern.config.setting.WrongSetting naming everything that is wrong here */
    @Inject
    public ConversationSettings(Config config) {
        this(
                Settings.reading(config, settings -> off(settings, "likes")),
                Settings.reading(config, settings -> off(settings, "comments")));
    }

    public ConversationSettings(Set<String> withoutLikes, Set<String> withoutComments) {
        this.withoutLikes = Set.copyOf(withoutLikes);
        this.withoutComments = Set.copyOf(withoutComments);
    }

    protected ConversationSettings() { // CDI proxy
        this(Set.of(), Set.of());
    }

    // Static: the start reads all rooms' settings before any bean that needs them may come up.
    static void check(@Observes Settings settings) {
        off(settings, "likes");
        off(settings, "comments");
    }

    private static Set<String> off(Settings settings, String key) {
        Set<String> tenants = new HashSet<>();
        // Whether the ids are right is found out where tenants are read.
        for (String id : settings.section("lectern").list("tenants", Kind.line(200))) {
            if (!settings.section("lectern.tenant." + id).value(key, Kind.flag(), true)) {
                tenants.add(id);
            }
        }
        return tenants;
    }

    boolean likes(TenantId tenant) {
        return !withoutLikes.contains(tenant.value());
    }

    boolean comments(TenantId tenant) {
        return !withoutComments.contains(tenant.value());
    }
}

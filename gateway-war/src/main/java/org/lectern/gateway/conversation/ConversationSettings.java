package org.lectern.gateway.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
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
        this(Settings.reading(config, ConversationSettings::collect));
    }

    private ConversationSettings(ConversationSettings read) {
        this(read.withoutLikes, read.withoutComments);
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
        collect(settings);
    }

    private static ConversationSettings collect(Settings settings) {
        return new ConversationSettings(
                settings.tenantsWhere(tenant -> !tenant.value("likes", Kind.flag(), true)),
                settings.tenantsWhere(tenant -> !tenant.value("comments", Kind.flag(), true)));
    }

    boolean likes(TenantId tenant) {
        return !withoutLikes.contains(tenant.value());
    }

    boolean comments(TenantId tenant) {
        return !withoutComments.contains(tenant.value());
    }
}

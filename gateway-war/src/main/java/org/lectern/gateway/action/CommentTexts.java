package org.lectern.gateway.action;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.lectern.adapter.action.Commented;
import org.lectern.adapter.action.LearnerAction;
import org.lectern.config.setting.Kind;
import org.lectern.config.setting.Settings;
import org.lectern.config.tenant.TenantId;

/**
 * Settings of this room: {@code lectern.tenant.<id>.comment-text} says whether what learners write in comments is told to the
 * institution's LRSs ({@code true}), or only that they commented ({@code false}, the default). Kept here, before any adapter, so that no
 * vocabulary and no plug-in can tell what it never gets.
 */
@ApplicationScoped
public class CommentTexts {

    private final Set<String> telling;

    /** @throws org.lectern.config.setting.WrongSetting naming everything that is wrong here */
    @Inject
    public CommentTexts(Config config) {
        this(Settings.reading(config, CommentTexts::collect));
    }

    /** @param telling ids of the institutions that want the text told */
    public CommentTexts(Set<String> telling) {
        this.telling = Set.copyOf(telling);
    }

    protected CommentTexts() { // CDI proxy
        this(Set.of());
    }

    // Static: the start reads all rooms' settings before any bean that needs them may come up.
    static void check(@Observes Settings settings) {
        collect(settings);
    }

    static Set<String> collect(Settings settings) {
        return settings.tenantsWhere(tenant -> tenant.value("comment-text", Kind.flag(), false));
    }

    /** Whether the institution's records get what learners write in comments. */
    public boolean areTold(TenantId tenant) {
        return telling.contains(tenant.value());
    }

    /** The action as adapters may see it. */
    LearnerAction tellable(TenantId tenant, LearnerAction action) {
        if (action instanceof Commented commented && commented.text().isPresent() && !areTold(tenant)) {
            return new Commented(
                    commented.context(), commented.at(), commented.entry(), commented.comment(), Optional.empty());
        }
        return action;
    }
}

package org.lectern.adapter.xapi;

import java.util.Optional;
import java.util.UUID;

/**
 * The circumstances that a statement tells (xAPI Data §4.1.6). Not the action's circumstances, which are an
 * {@link org.lectern.adapter.action.ActionContext}.
 *
 * @param registration the attempt
 * @param activities what else it belongs to
 * @param platform the application's name
 * @param language the language in which it happened
 * @param extensions further values
 */
public record StatementContext(
        Optional<UUID> registration,
        ContextActivities activities,
        Optional<String> platform,
        Optional<LanguageTag> language,
        Extensions extensions) {

    /** No circumstances; not written. */
    public static final StatementContext NONE = new StatementContext(
            Optional.empty(), ContextActivities.NONE, Optional.empty(), Optional.empty(), Extensions.NONE);

    public StatementContext {
        registration.ifPresent(Statement::requireStandard);
        platform = platform.filter(name -> !name.isBlank());
    }

    /** Whether there is nothing to write. */
    public boolean isEmpty() {
        return registration.isEmpty()
                && activities.isEmpty()
                && platform.isEmpty()
                && language.isEmpty()
                && extensions.isEmpty();
    }
}

package org.lectern.gateway.viewing;

import java.util.Map;
import java.util.Optional;
import org.lectern.lti.access.ServiceFault;

/**
 * The course's members as the platform tells them, or why it does not.
 *
 * @param state how it went
 * @param people by learner key, in the platform's order; those who take part only
 * @param complete whether these are all
 * @param fault the library's name for what went wrong
 */
record SeenRoster(State state, Map<String, Person> people, boolean complete, Optional<ServiceFault> fault) {

    /** How it went. */
    enum State {
        READ,
        /** No launch of this course named the service. */
        NOT_OFFERED,
        /** The platform does not let us. */
        NOT_ALLOWED,
        /** No answer, or the wish to wait. */
        UNREACHABLE,
        /** An answer that makes no sense. */
        UNREADABLE
    }

    /**
     * A member.
     *
     * @param name as the platform shows it, when it does
     * @param learner whether they learn here: of all others nobody expects that they watch
     */
    record Person(Optional<String> name, boolean learner) {

        /** Not the name. */
        @Override
        public String toString() {
            return "Person[learner=" + learner + "]";
        }
    }

    static final SeenRoster NOT_OFFERED = new SeenRoster(State.NOT_OFFERED, Map.of(), false, Optional.empty());

    static SeenRoster read(Map<String, Person> people, boolean complete) {
        return new SeenRoster(State.READ, people, complete, Optional.empty());
    }

    static SeenRoster failed(ServiceFault fault) {
        State state = switch (fault) {
            case TOKEN_SCOPE_REFUSED, TOKEN_CLIENT_REFUSED, TOKEN_REFUSED, SERVICE_FORBIDDEN -> State.NOT_ALLOWED;
            case TOKEN_UNREACHABLE, TOKEN_BUSY, TOKEN_FAILED, SERVICE_UNREACHABLE, SERVICE_BUSY, SERVICE_FAILED ->
                State.UNREACHABLE;
            default -> State.UNREADABLE;
        };
        return new SeenRoster(state, Map.of(), false, Optional.of(fault));
    }

    /** Nobody asked the platform: too many are waiting for it already. */
    static SeenRoster busy() {
        return failed(ServiceFault.SERVICE_BUSY);
    }

    boolean isRead() {
        return state == State.READ;
    }

    /** Whether the platform lets whoever looks see who is who. */
    boolean names() {
        return isRead()
                && people.values().stream().anyMatch(person -> person.name().isPresent());
    }
}

package org.lectern.gateway.session;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource or its method: only with the bearer token of a session (RFC 6750). Ask {@link CurrentSession} for the session. Refused
 * with 401 {@code session.unknown} or {@code session.expired}.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface WithSession {

    /** Whether an expired session will do, as long as it still takes late facts. */
    boolean lateFacts() default false;
}

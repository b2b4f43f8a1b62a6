package org.lectern.lti.access;

import java.util.Optional;
import java.util.Set;
import org.lectern.lti.registration.PlatformRegistration;

/**
 * Authorised calls to platforms' services. Every service of this library goes through here: the request gets its bearer
 * token, and a token that the service no longer accepts is replaced once. Thread-safe; blocks its callers.
 */
public final class PlatformServices {
    private final ServiceHttp http;
    private final AccessTokens tokens;

    public PlatformServices(ServiceHttp http, AccessTokens tokens) {
        this.http = http;
        this.tokens = tokens;
    }

    /**
     * The service's answer, whatever its status: also a 401 that a fresh token did not help against.
     *
     * @param scopes what the call needs; ask for no more, since some platforms refuse all for one
     * @throws ServiceFailed without an answer: one of the faults {@code token.…}, or {@code service.unreachable}
     */
    public ServiceAnswer call(PlatformRegistration registration, Set<String> scopes, ServiceRequest request) {
        AccessToken token = tokens.get(registration, scopes);
        ServiceAnswer answer = send(request, token);
        if (answer.status() != 401) {
            return answer;
        }
        tokens.drop(registration, scopes, token);
        AccessToken fresh = tokens.get(registration, scopes);
        ServiceAnswer second = send(request, fresh);
        if (second.status() == 401) {
            tokens.drop(registration, scopes, fresh);
        }
        return second;
    }

    private ServiceAnswer send(ServiceRequest request, AccessToken token) {
        try {
            return http.send(request.with("Authorization", "Bearer " + token.value()));
        } catch (ServiceUnreachable noAnswer) {
            throw new ServiceFailed(
                    ServiceFault.SERVICE_UNREACHABLE, noAnswer.getMessage(), Optional.empty(), noAnswer);
        }
    }
}

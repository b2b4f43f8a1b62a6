package org.lectern.lti.launch;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lectern.lti.refusal.LaunchRefusal;
import org.lectern.lti.refusal.LaunchRejected;

/**
 * What came to the redirect URI, untrusted: the posted form and the browser's cookies by name (others than the binding
 * cookie are ignored). {@code storedSecret} is what a page of the tool read from the platform's storage.
 */
public record LaunchRequest(
        Optional<String> idToken,
        Optional<String> state,
        Optional<String> error,
        Optional<String> errorDescription,
        Map<String, String> cookies,
        Optional<String> storedSecret) {

    public LaunchRequest {
        Objects.requireNonNull(idToken);
        Objects.requireNonNull(state);
        Objects.requireNonNull(error);
        Objects.requireNonNull(errorDescription);
        cookies = Map.copyOf(cookies);
        Objects.requireNonNull(storedSecret);
    }

    /** One whose only carrier can be a cookie. */
    public LaunchRequest(
            Optional<String> idToken,
            Optional<String> state,
            Optional<String> error,
            Optional<String> errorDescription,
            Map<String, String> cookies) {
        this(idToken, state, error, errorDescription, cookies, Optional.empty());
    }

    /** @throws LaunchRejected {@code request.malformed} when a field came twice */
    public static LaunchRequest of(Map<String, List<String>> form, Map<String, String> cookies) {
        return new LaunchRequest(
                one(form, "id_token"), one(form, "state"), one(form, "error"), one(form, "error_description"), cookies);
    }

    /**
     * The same request with a binding secret that a page of the tool read from the platform's storage. A cookie that is
     * there, too, comes first. Call it only for what {@link OwnPage} says the tool's own page posted: a secret that any site may
     * post binds nothing.
     */
    public LaunchRequest boundBy(String secret) {
        return new LaunchRequest(idToken, state, error, errorDescription, cookies, Optional.of(secret));
    }

    private static Optional<String> one(Map<String, List<String>> form, String name) {
        List<String> values = form.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new LaunchRejected(LaunchRefusal.REQUEST_MALFORMED, name + " came " + values.size() + " times");
        }
        return values.stream().filter(value -> !value.isEmpty()).findFirst();
    }

    /** Without token, state and cookies. */
    @Override
    public String toString() {
        return "LaunchRequest[idToken=" + idToken.isPresent() + ", state=" + state.isPresent() + ", error="
                + error.isPresent() + "]";
    }
}

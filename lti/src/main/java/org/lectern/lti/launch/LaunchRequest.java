package org.lectern.lti.launch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lectern.lti.refusal.LaunchRefusal;
import org.lectern.lti.refusal.LaunchRejected;

/**
 * What came to the redirect URI, untrusted: the posted form and the browser's cookies by name (others than the binding
 * cookie are ignored).
 */
public record LaunchRequest(
        Optional<String> idToken,
        Optional<String> state,
        Optional<String> error,
        Optional<String> errorDescription,
        Map<String, String> cookies) {

    public LaunchRequest {
        Objects.requireNonNull(idToken);
        Objects.requireNonNull(state);
        Objects.requireNonNull(error);
        Objects.requireNonNull(errorDescription);
        cookies = Map.copyOf(cookies);
    }

    /** @throws LaunchRejected {@code request.malformed} when a field came twice */
    public static LaunchRequest of(Map<String, List<String>> form, Map<String, String> cookies) {
        return new LaunchRequest(
                one(form, "id_token"), one(form, "state"), one(form, "error"), one(form, "error_description"), cookies);
    }

    /** The same request with a binding secret that the page read from the platform's storage instead of a cookie. */
    public LaunchRequest boundBy(String secret) {
        Map<String, String> carried = new HashMap<>(cookies);
        state.ifPresent(known -> carried.put(CookieBinding.name(known), secret));
        return new LaunchRequest(idToken, state, error, errorDescription, carried);
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

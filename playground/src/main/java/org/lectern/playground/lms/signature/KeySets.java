package org.lectern.playground.lms.signature;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.lectern.playground.lms.check.Faults;

/** Tools' key sets, kept until a key is asked for that they lack or that does not fit. Safe for many threads. */
final class KeySets {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Map<String, JWKSet> kept = new ConcurrentHashMap<>();

    /** The key, or a fault that says why there is none. */
    Optional<JWK> find(String address, String kid, Faults faults) {
        JWKSet known = kept.get(address);
        if (known != null && known.getKeyByKeyId(kid) != null) {
            return Optional.of(known.getKeyByKeyId(kid));
        }
        return readAgain(address, kid, faults);
    }

    /** The key as the tool publishes it now. */
    Optional<JWK> readAgain(String address, String kid, Faults faults) {
        Optional<JWKSet> read = read(address, faults);
        read.ifPresent(set -> kept.put(address, set));
        Optional<JWK> found = read.map(set -> set.getKeyByKeyId(kid));
        if (read.isPresent() && found.isEmpty()) {
            faults.add("The key set at " + address + " has no key \"" + kid + "\"; it was read again just now.");
        }
        return found;
    }

    private Optional<JWKSet> read(String address, Faults faults) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                    .timeout(PATIENCE)
                    .header("User-Agent", "Lectern-Practice-LMS")
                    .build();
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                faults.add("The key set at " + address + " answered " + answer.statusCode() + ".");
                return Optional.empty();
            }
            return Optional.of(JWKSet.parse(answer.body()));
        } catch (ParseException e) {
            faults.add("What lies at " + address + " is no key set: " + e.getMessage());
        } catch (IOException | IllegalArgumentException e) {
            faults.add("The key set at " + address + " cannot be read: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            faults.add("The practice LMS stops.");
        }
        return Optional.empty();
    }
}

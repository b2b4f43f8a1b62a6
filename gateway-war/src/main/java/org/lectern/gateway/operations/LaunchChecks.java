package org.lectern.gateway.operations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a launch had passed when its verdict fell, in the order in which {@code LaunchVerifier} looks. A refusal that more than one step
 * may give counts for the first of them, so that no check is claimed that was not made. Pure.
 */
final class LaunchChecks {

    private static final Map<String, Set<String>> STEPS = steps();

    private LaunchChecks() {}

    /** @param verdict {@code accepted} or a refusal's code */
    static List<String> passed(String verdict) {
        if (verdict.equals("accepted")) {
            return List.copyOf(STEPS.keySet());
        }
        List<String> passed = new ArrayList<>();
        for (Map.Entry<String, Set<String>> step : STEPS.entrySet()) {
            if (step.getValue().contains(verdict)) {
                return passed;
            }
            passed.add(step.getKey());
        }
        return List.of();
    }

    private static Map<String, Set<String>> steps() {
        Map<String, Set<String>> steps = new LinkedHashMap<>();
        steps.put("form", Set.of("request.malformed", "jwt.too_large", "jwt.malformed"));
        steps.put("state", Set.of("state.missing", "state.unknown", "state.expired", "state.used"));
        steps.put("answer", Set.of("platform.error"));
        steps.put("browser", Set.of("binding.missing", "binding.wrong"));
        steps.put(
                "registration",
                Set.of("login.registration_unknown", "login.registration_ambiguous", "login.registration_inactive"));
        steps.put("algorithm", Set.of("jwt.alg_forbidden", "jwt.header_forbidden"));
        steps.put("kid", Set.of("jwt.kid_missing", "jwt.kid_invalid", "jwt.kid_unknown", "keys.unavailable"));
        steps.put("signature", Set.of("jwt.signature_wrong"));
        steps.put(
                "claims",
                Set.of(
                        "jwt.duplicate_claim",
                        "claim.missing",
                        "claim.malformed",
                        "claim.version_missing",
                        "claim.message_type_missing",
                        "claim.roles_missing",
                        "claim.deployment_missing",
                        "claim.resource_link_missing",
                        "claim.sub_missing"));
        steps.put("issuer", Set.of("claim.issuer_wrong"));
        steps.put("audience", Set.of("claim.audience_wrong", "claim.azp_wrong"));
        steps.put("times", Set.of("jwt.expired", "jwt.too_old", "jwt.from_future"));
        steps.put("nonce", Set.of("claim.nonce_wrong"));
        steps.put("version", Set.of("claim.version_wrong"));
        steps.put("message-type", Set.of("claim.message_type_unsupported"));
        steps.put("target", Set.of("target.foreign"));
        steps.put("deployment", Set.of("deployment.unknown", "deployment.ambiguous"));
        steps.put("message", Set.of("deeplink.settings_missing", "deeplink.return_invalid"));
        return steps;
    }
}

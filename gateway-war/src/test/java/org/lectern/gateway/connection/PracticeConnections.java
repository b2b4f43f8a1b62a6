package org.lectern.gateway.connection;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.lectern.config.secret.MasterKey;
import org.lectern.config.tenant.DeclaredTenants;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.library.BaseUrl;
import org.lectern.gateway.page.BuiltWeb;
import org.lectern.gateway.page.Pages;
import org.lectern.lti.dynamic.PlatformAnswer;
import org.lectern.lti.dynamic.RegistrationHttp;

/** The connection room put together by hand on PostgreSQL, with a platform in memory and the pages that were really built. */
public final class PracticeConnections {

    /** A platform that can be told what to answer, and remembers what it was asked. */
    public static final class Lms implements RegistrationHttp {

        public final List<String> asked = new ArrayList<>();
        public final Map<String, String> configuration = new LinkedHashMap<>();
        public String family = "moodle";
        public int documentStatus = 200;
        public PlatformAnswer answer = answer(200, "{\"client_id\":\"client-1\",\"deployment_id\":\"deployment-1\"}");
        JsonObject request = JsonObject.EMPTY_JSON_OBJECT;

        Lms() {
            at("https://lms.example.edu");
        }

        /** All addresses at this one. */
        public void at(String issuer) {
            configuration.put("issuer", issuer);
            configuration.put("authorization_endpoint", issuer + "/auth");
            configuration.put("token_endpoint", issuer + "/token");
            configuration.put("jwks_uri", issuer + "/jwks");
            configuration.put("registration_endpoint", issuer + "/register");
        }

        public static PlatformAnswer answer(int status, String body) {
            return new PlatformAnswer(status, body.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public PlatformAnswer get(URI address, Optional<String> bearer) {
            asked.add("GET " + address + " " + bearer.orElse("-"));
            var json = Json.createObjectBuilder();
            configuration.forEach(json::add);
            json.add(
                    "https://purl.imsglobal.org/spec/lti-platform-configuration",
                    Json.createObjectBuilder().add("product_family_code", family));
            return answer(documentStatus, json.build().toString());
        }

        @Override
        public PlatformAnswer send(String method, URI address, Optional<String> bearer, byte[] json) {
            asked.add(method + " " + address + " " + bearer.orElse("-"));
            try (JsonReader reader = Json.createReader(new StringReader(new String(json, StandardCharsets.UTF_8)))) {
                request = reader.readObject();
            }
            return answer;
        }
    }

    public final Lms platform = new Lms();
    public final RegistrationTable table;
    public final ConnectedTenants tenants;
    public final LaunchRegistrations registrations;
    public final Approving approving;
    public final Invitations invitations;
    public final ToolAddresses addresses;
    public final Connecting connecting;
    public final RegisterResource resource;
    public final ToolResource toolResource;

    public PracticeConnections(Jdbi jdbi, Clock clock, DeclaredTenants declared, URI base) {
        SecureRandom random = new SecureRandom();
        MasterKey masterKey = MasterKey.random(random);
        BuiltWeb web = new BuiltWeb();
        table = new RegistrationTable(jdbi, masterKey, random);
        tenants = new ConnectedTenants(declared, table, clock);
        registrations = new LaunchRegistrations(tenants, new TenantRegistrations(tenants), table, jdbi);
        approving = new Approving(jdbi, table, tenants);
        invitations = new Invitations(jdbi, random);
        addresses = new ToolAddresses(new BaseUrl(base));
        Registering registering = new Registering(jdbi, table, invitations, tenants, clock);
        connecting = new Connecting(platform, invitations, registering, table, addresses, clock);
        resource = new RegisterResource(new RegisterAnswers(
                invitations,
                tenants,
                connecting,
                registering,
                new OfferSeal(masterKey, random),
                new ConnectionPages(new Pages(web, random), web, addresses),
                clock,
                random));
        toolResource = new ToolResource(addresses);
    }

    /** What a platform answers, registered for a tenant without any page. */
    public RegisteredPlatformRow register(TenantId tenant, boolean active, String answer) {
        platform.answer = Lms.answer(200, answer);
        Invitation invitation =
                invitations.issue(tenant, active, Duration.ofDays(1)).invitation();
        Offer offer = connecting.offer(invitation, platform.configuration.get("issuer") + "/conf", Optional.of("t"));
        return connecting
                .connect(invitation, tenants.find(tenant).orElseThrow(), offer, false, Set.of())
                .orElseThrow()
                .row();
    }
}

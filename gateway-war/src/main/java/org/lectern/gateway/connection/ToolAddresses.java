package org.lectern.gateway.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.library.BaseUrl;
import org.lectern.lti.dynamic.ToolProfile;

/** Every value that a platform has to know of us, and what is asked for about people. Safe for any thread. */
@ApplicationScoped
public class ToolAddresses {

    static final String NAME = "Lectern";
    static final String DESCRIPTION = "Videos in your course: watch, choose, and see what was watched";

    private final BaseUrl base;

    @Inject
    public ToolAddresses(BaseUrl base) {
        this.base = base;
    }

    protected ToolAddresses() { // CDI proxy
        this(null);
    }

    URI login() {
        return base.at("/lti/login");
    }

    URI launch() {
        return base.at("/lti/launch");
    }

    URI jwks() {
        return base.at("/lti/jwks");
    }

    URI canvas() {
        return base.at("/lti/config/canvas.json");
    }

    URI icon() {
        return base.at("/lti/icon.svg");
    }

    /** Host, with the port where it is no default. */
    String domain() {
        return ToolProfile.domain(launch());
    }

    /** The address an invitation opens. */
    public URI register(String token) {
        return base.at("/lti/register/" + token);
    }

    /**
     * How we present ourselves for an institution.
     *
     * @param names whether instructors are to see who watched
     */
    ToolProfile profile(Tenant tenant, boolean names) {
        return new ToolProfile(
                NAME, DESCRIPTION, launch(), login(), jwks(), Optional.of(icon()), claims(tenant, names), true);
    }

    /** No more than is used: by default nothing but an opaque id; what the institution's LRS is to see decides the rest. */
    static Set<String> claims(Tenant tenant, boolean names) {
        Set<String> claims = new TreeSet<>();
        switch (tenant.actor()) {
            case PSEUDONYM -> {}
            case ACCOUNT -> claims.add("name");
            case MBOX -> {
                claims.add("name");
                claims.add("email");
            }
            case MBOX_SHA1 -> claims.add("email");
        }
        if (names) {
            claims.addAll(Set.of("name", "given_name", "family_name"));
        }
        return claims;
    }
}

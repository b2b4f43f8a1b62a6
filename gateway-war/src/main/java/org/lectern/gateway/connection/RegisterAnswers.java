package org.lectern.gateway.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.JdbiException;
import org.lectern.config.tenant.FrameOrigin;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.connection.ConnectionPages.Trouble;
import org.lectern.gateway.page.Form;
import org.lectern.gateway.page.Reference;
import org.lectern.lti.dynamic.RegistrationRefusal;
import org.lectern.lti.dynamic.RegistrationRefused;
import org.lectern.lti.registration.WebOrigin;

/** Answers an administrator who came with an invitation: shows, registers, or says in words what went wrong. Safe for any thread. */
@ApplicationScoped
public class RegisterAnswers {

    private static final System.Logger LOG = System.getLogger(RegisterAnswers.class.getName());

    private final Invitations invitations;
    private final ConnectedTenants tenants;
    private final Connecting connecting;
    private final Registering registering;
    private final OfferSeal seal;
    private final ConnectionPages pages;
    private final Clock clock;
    private final SecureRandom random;

    @Inject
    public RegisterAnswers(
            Invitations invitations,
            ConnectedTenants tenants,
            Connecting connecting,
            Registering registering,
            OfferSeal seal,
            ConnectionPages pages,
            Clock clock,
            SecureRandom random) {
        this.invitations = invitations;
        this.tenants = tenants;
        this.connecting = connecting;
        this.registering = registering;
        this.seal = seal;
        this.pages = pages;
        this.clock = clock;
        this.random = random;
    }

    protected RegisterAnswers() { // CDI proxy
        this(null, null, null, null, null, null, null, null);
    }

    /** A visit, by whom and in which language. */
    private record Visit(String token, String language, Invitation invitation, Tenant tenant) {}

    /** Opened by a platform with its configuration's address, or by hand without. */
    Response show(String token, Form query, List<Locale> languages) {
        return answer(token, languages, visit -> {
            Optional<String> configuration = query.one("openid_configuration");
            if (configuration.isEmpty()) {
                return pages.manual(
                        200,
                        visit.language(),
                        visit.tenant(),
                        visit.invitation(),
                        token,
                        ManualForm.empty(),
                        Optional.empty());
            }
            Offer offer = connecting.offer(visit.invitation(), configuration.get(), query.one("registration_token"));
            return pages.offer(
                    visit.language(),
                    visit.tenant(),
                    visit.invitation(),
                    token,
                    offer,
                    seal.seal(offer, visit.invitation()),
                    connecting.known(visit.invitation(), offer).isPresent());
        });
    }

    /** The button: connect, or save what was typed. */
    Response register(String token, Form form, List<Locale> languages) {
        return answer(
                token,
                languages,
                visit -> form.one("way").filter("manual"::equals).isPresent()
                        ? typed(visit, form)
                        : agreed(visit, form));
    }

    private Response agreed(Visit visit, Form form) {
        Optional<Offer> offer = form.one("offer").flatMap(text -> seal.open(text, visit.invitation()));
        if (offer.isEmpty()) {
            return refuse(409, visit.language(), plain("form.stale", Optional.of(visit.token())));
        }
        Optional<Set<FrameOrigin>> origins =
                OriginsField.read(form.one(OriginsField.NAME).orElse(""));
        if (origins.isEmpty()) {
            return refuse(422, visit.language(), plain("origins.wrong", Optional.empty()));
        }
        return connecting
                .connect(
                        visit.invitation(),
                        visit.tenant(),
                        offer.get(),
                        form.one("names").isPresent(),
                        origins.get())
                .map(done ->
                        pages.done(visit.language(), visit.tenant(), done.row(), done.reduced(), origins(offer.get())))
                .orElseGet(() -> refuse(409, visit.language(), plain("invitation.busy", Optional.empty())));
    }

    private Response typed(Visit visit, Form form) {
        ManualForm typed = ManualForm.read(form);
        if (!typed.right()) {
            return manual(visit, typed, Optional.empty());
        }
        try {
            RegisteredPlatformRow kept = registering.keep(
                    visit.invitation(), typed.row(visit.tenant().id(), clock.instant()), Optional.empty());
            return pages.done(visit.language(), visit.tenant(), kept, false, Set.of());
        } catch (RegistrationRefused refused) {
            LOG.log(
                    System.Logger.Level.INFO,
                    () -> "not registered tenant=" + visit.tenant().id() + " reason="
                            + refused.refusal().code());
            return manual(
                    visit, typed, Optional.of("refusal." + refused.refusal().code()));
        }
    }

    private Response manual(Visit visit, ManualForm typed, Optional<String> wrong) {
        return pages.manual(422, visit.language(), visit.tenant(), visit.invitation(), visit.token(), typed, wrong);
    }

    /** To whom a page may say that it is done: what the platform calls itself. */
    private static Set<WebOrigin> origins(Offer offer) {
        Set<WebOrigin> origins = new LinkedHashSet<>();
        origins.add(offer.address().origin());
        Stream.of(offer.platform().authorizationEndpoint(), offer.platform().registrationEndpoint())
                .flatMap(address -> WebOrigin.of(address).stream())
                .forEach(origins::add);
        WebOrigin.of(java.net.URI.create(offer.platform().issuer())).ifPresent(origins::add);
        return origins;
    }

    private interface Step {
        Response take(Visit visit);
    }

    private Response answer(String token, List<Locale> languages, Step step) {
        String language = ConnectionPages.language(languages);
        try {
            Optional<Invitation> found = invitations.find(token);
            Optional<Tenant> tenant = found.flatMap(invitation -> tenants.find(invitation.tenant()));
            if (tenant.isEmpty()) {
                return refuse(404, language, plain("invitation.unknown", Optional.empty()));
            }
            Invitation invitation = found.orElseThrow();
            if (!invitation.usable(clock.instant())) {
                return refuse(
                        410,
                        language,
                        plain(
                                invitation.used().isPresent() ? "invitation.used" : "invitation.expired",
                                Optional.empty()));
            }
            return step.take(new Visit(token, language, invitation, tenant.get()));
        } catch (RegistrationRefused refused) {
            return refuse(422, language, trouble(refused, token));
        } catch (JdbiException away) {
            LOG.log(System.Logger.Level.ERROR, "registration failed, database away", away);
            return refuse(503, language, plain("service.away", Optional.empty()));
        }
    }

    private Response refuse(int status, String language, Trouble trouble) {
        String reference = Reference.fresh(random);
        LOG.log(
                System.Logger.Level.INFO,
                "registration page refused reason=" + trouble.reason() + " correlation=" + reference);
        return pages.refused(status, language, trouble, reference);
    }

    private static Trouble plain(String message, Optional<String> manual) {
        return new Trouble(message, message, Optional.empty(), manual, false);
    }

    private static Trouble trouble(RegistrationRefused refused, String token) {
        RegistrationRefusal refusal = refused.refusal();
        return new Trouble(
                "refusal." + refusal.code(),
                refusal.code() + " (" + refused.detail() + ")",
                refused.words(),
                Optional.of(token),
                true);
    }
}

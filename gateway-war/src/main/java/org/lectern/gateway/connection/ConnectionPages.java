package org.lectern.gateway.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lectern.config.tenant.ActorPolicy;
import org.lectern.config.tenant.FrameOrigin;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.page.BuiltWeb;
import org.lectern.gateway.page.Framing;
import org.lectern.gateway.page.Page;
import org.lectern.gateway.page.Pages;
import org.lectern.lti.dynamic.OpenIdConfiguration;
import org.lectern.lti.dynamic.ServiceScopes;
import org.lectern.lti.registration.WebOrigin;

/** The administrator's pages, in their language. They may be framed by anybody; see {@link Framing.byAnybody()}. Safe for any thread. */
@ApplicationScoped
public class ConnectionPages {

    private final Pages pages;
    private final BuiltWeb web;
    private final ToolAddresses addresses;

    @Inject
    public ConnectionPages(Pages pages, BuiltWeb web, ToolAddresses addresses) {
        this.pages = pages;
        this.web = web;
        this.addresses = addresses;
    }

    protected ConnectionPages() { // CDI proxy
        this(null, null, null);
    }

    /** The language of whoever asks, as far as we speak it. */
    static String language(List<Locale> wanted) {
        return wanted.stream()
                .map(Locale::getLanguage)
                .filter(BuiltWeb.LANGUAGES::contains)
                .findFirst()
                .orElse(BuiltWeb.LANGUAGES.get(0));
    }

    /** What is about to be registered, with one button. */
    Response offer(
            String language,
            Tenant tenant,
            Invitation invitation,
            String link,
            Offer offer,
            String sealed,
            boolean known) {
        OpenIdConfiguration platform = offer.platform();
        Set<String> claims = ToolAddresses.claims(tenant, false);
        Map<String, String> texts = new HashMap<>();
        texts.put("institution", tenant.name());
        texts.put(
                "platform",
                Stream.concat(
                                platform.name().stream(),
                                Stream.of(offer.address().origin().host(), platform.product()))
                        .filter(text -> !text.isBlank())
                        .collect(Collectors.joining(" · ")));
        texts.put("issuer", platform.issuer());
        texts.put("framing", FrameOrigin.text(offer.ancestors()));
        texts.put("known", yes(known));
        texts.put("asksName", yes(claims.contains("name")));
        texts.put("asksMail", yes(claims.contains("email")));
        texts.put("pseudonymous", yes(tenant.actor() == ActorPolicy.PSEUDONYM));
        texts.put("mayAskNames", yes(!claims.contains("name")));
        texts.put("action", path(link));
        texts.put("offer", sealed);
        starts(texts, invitation);
        return page(200, "connect", language, title(language, "title.offer", tenant), texts);
    }

    /** What was registered, and what is to be done in the platform. */
    Response done(String language, Tenant tenant, RegisteredPlatformRow row, boolean reduced, Set<WebOrigin> origins) {
        Map<String, String> texts = new HashMap<>();
        texts.put("family", row.family().label());
        texts.put("way", row.way().label());
        texts.put("active", yes(row.active()));
        texts.put("inactive", yes(!row.active()));
        texts.put(
                "activate",
                "./lectern admin activate --tenant " + tenant.id() + " --platform "
                        + row.platform().name());
        texts.put("reduced", yes(reduced));
        texts.put("waitsForDeployment", yes(row.platform().deploymentIds().isEmpty() && !row.takesFirst()));
        texts.put("takesFirst", yes(row.takesFirst()));
        texts.put("origins", origins.stream().map(WebOrigin::toString).sorted().collect(Collectors.joining(" ")));
        texts.put("name", tenant.id() + "/" + row.platform().name());
        texts.put("issuer", row.platform().issuer());
        texts.put("client", row.platform().clientId());
        texts.put(
                "deployments", row.platform().deploymentIds().stream().sorted().collect(Collectors.joining(", ")));
        return page(200, "connected", language, title(language, "title.done", tenant), texts);
    }

    /** Every value to copy, and the form for what the platform gave. */
    Response manual(
            int status,
            String language,
            Tenant tenant,
            Invitation invitation,
            String token,
            ManualForm form,
            Optional<String> wrong) {
        Map<String, String> texts = new HashMap<>();
        texts.put("expires", moment(language, invitation));
        texts.put("link", addresses.register(token).toString());
        texts.put("action", path(token));
        texts.put("login", addresses.login().toString());
        texts.put("launch", addresses.launch().toString());
        texts.put("jwks", addresses.jwks().toString());
        texts.put("domain", addresses.domain());
        texts.put(
                "custom", "context_id_history=$Context.id.history\nresource_link_id_history=$ResourceLink.id.history");
        texts.put("scopes", String.join(" ", ServiceScopes.ALL));
        texts.put("icon", addresses.icon().toString());
        texts.put("canvas", addresses.canvas().toString());
        texts.put("anyWrong", yes(!form.right() || wrong.isPresent()));
        texts.put("otherWrong", yes(wrong.isPresent()));
        texts.put("otherError", wrong.map(key -> web.message(language, key)).orElse(""));
        for (String field : ManualForm.FIELDS) {
            Optional<String> error = Optional.ofNullable(form.wrong().get(field));
            texts.put(field, form.text(field));
            texts.put(field + "Wrong", error.isPresent() ? "true" : "false");
            texts.put(
                    field + "Error",
                    error.map(key -> web.message(language, key)).orElse(""));
        }
        boolean chosen = ManualForm.FAMILIES.contains(form.text("family"));
        texts.put("family", chosen ? form.text("family") : "");
        texts.put("familyName", chosen ? familyName(form.text("family")) : web.message(language, "form.choose"));
        starts(texts, invitation);
        return page(status, "register", language, title(language, "title.manual", tenant), texts);
    }

    /** Why it did not come about. */
    Response refused(int status, String language, Trouble trouble, String reference) {
        Map<String, String> texts = new HashMap<>();
        texts.put("happened", web.message(language, trouble.message()));
        texts.put("remedy", web.message(language, trouble.message() + ".remedy"));
        texts.put("said", yes(trouble.words().isPresent()));
        texts.put("words", trouble.words().orElse(""));
        texts.put("reusable", yes(trouble.reusable()));
        texts.put("manual", yes(trouble.manual().isPresent()));
        texts.put("link", trouble.manual().map(ConnectionPages::path).orElse(""));
        texts.put("reference", reference);
        texts.put("reason", trouble.reason());
        return page(status, "unconnected", language, web.message(language, "title.refused"), texts);
    }

    /**
     * What went wrong.
     *
     * @param message name of its sentence; its remedy's ends in {@code .remedy}
     * @param reason as in the log
     * @param words the platform's
     * @param manual the invitation, where registering by hand can help
     * @param reusable whether the invitation can be used again
     */
    record Trouble(String message, String reason, Optional<String> words, Optional<String> manual, boolean reusable) {}

    private Response page(int status, String name, String language, String title, Map<String, String> texts) {
        texts.put("title", title);
        return pages.answer(
                        status, new Page(name + "-" + language, language, texts, Optional.empty()), Framing.byAnybody())
                .build();
    }

    private String title(String language, String key, Tenant tenant) {
        return web.message(language, key).replace("{institution}", tenant.name());
    }

    private static void starts(Map<String, String> texts, Invitation invitation) {
        texts.put("active", yes(invitation.active()));
        texts.put("inactive", yes(!invitation.active()));
    }

    private static String moment(String language, Invitation invitation) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(Locale.forLanguageTag(language))
                        .format(invitation.expires().atOffset(ZoneOffset.UTC))
                + " UTC";
    }

    private static String familyName(String family) {
        return switch (family) {
            case "openedx" -> "Open edX";
            case "standard" -> "LTI 1.3";
            default -> family.substring(0, 1).toUpperCase(Locale.ROOT) + family.substring(1);
        };
    }

    /** Without scheme and host: a page under any of our names posts to that name. */
    private static String path(String token) {
        return URI.create("/lti/register/" + token).toString();
    }

    private static String yes(boolean shown) {
        return shown ? "yes" : "no";
    }
}

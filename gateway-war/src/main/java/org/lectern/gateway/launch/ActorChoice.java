package org.lectern.gateway.launch;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lectern.adapter.action.Site;
import org.lectern.adapter.xapi.Actor;
import org.lectern.adapter.xapi.ActorIdentity;
import org.lectern.config.secret.KeyedHash;
import org.lectern.config.tenant.ActorPolicy;
import org.lectern.lti.launch.Launch;
import org.lectern.lti.registration.WebOrigin;

/** How an institution's LRSs get to see the person behind a launch: the institution's policy decides. Pure. */
final class ActorChoice {

    private static final Pattern MAIL = Pattern.compile("([^@\\s\\p{Cntrl}<>]{1,64})@([A-Za-z0-9.-]{1,255})");
    private static final int NAME_LIMIT = 255;

    private ActorChoice() {}

    /** Exactly one identifier; a name only where the policy shows who it is anyway. */
    static Actor of(ActorPolicy policy, Launch launch, Site site, KeyedHash pseudonyms) {
        Optional<String> mail = launch.email().flatMap(ActorChoice::clean);
        return switch (policy) {
            case PSEUDONYM ->
                new Actor(
                        Optional.empty(),
                        new ActorIdentity.Account(
                                site.home(),
                                pseudonyms.hex(launch.registration().issuer(), launch.subject())));
            case ACCOUNT -> new Actor(name(launch), account(launch));
            case MBOX ->
                new Actor(
                        name(launch),
                        mail.<ActorIdentity>map(ActorIdentity.Mbox::new).orElseGet(() -> account(launch)));
            case MBOX_SHA1 ->
                new Actor(
                        Optional.empty(),
                        mail.<ActorIdentity>map(address -> new ActorIdentity.MboxSha1(sha1("mailto:" + address)))
                                .orElseGet(() -> account(launch)));
        };
    }

    private static ActorIdentity account(Launch launch) {
        return new ActorIdentity.Account(
                home(launch.registration().issuer(), launch.registration().origin()), launch.subject());
    }

    /** An issuer should be an address (OIDC core §2), but platforms send host names, too; xAPI wants an absolute IRL. */
    static URI home(String issuer, WebOrigin platform) {
        return absolute(issuer)
                .or(() -> absolute("https://" + issuer))
                .orElseGet(() -> URI.create(platform.toString()));
    }

    private static Optional<URI> absolute(String text) {
        try {
            URI address = new URI(text);
            return address.isAbsolute() && address.getHost() != null ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    private static Optional<String> name(Launch launch) {
        return launch.name()
                .map(name -> name.replaceAll("\\p{Cntrl}+", " ").strip())
                .filter(name -> !name.isEmpty())
                .map(name -> name.length() <= NAME_LIMIT ? name : name.substring(0, NAME_LIMIT));
    }

    /** Domains know no case; the part before the @ may, so it stays (RFC 5321 §2.4). */
    private static Optional<String> clean(String mail) {
        Matcher parts = MAIL.matcher(mail.strip());
        return parts.matches()
                ? Optional.of(parts.group(1) + "@" + parts.group(2).toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform must have SHA-1", impossible);
        }
    }
}

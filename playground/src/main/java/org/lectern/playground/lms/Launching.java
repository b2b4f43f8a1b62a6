package org.lectern.playground.lms;

import com.nimbusds.jwt.JWTClaimsSet;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lectern.playground.institution.Platform;
import org.lectern.playground.lms.course.Link;
import org.lectern.playground.lms.course.Switch;
import org.lectern.playground.lms.course.Switches;
import org.lectern.playground.lms.course.Tool;
import org.lectern.playground.lms.course.Tools;
import org.lectern.playground.lms.deeplink.DeepLinking;
import org.lectern.playground.web.Answer;
import org.lectern.playground.web.BadRequest;
import org.lectern.playground.web.Parameters;

/** Login initiation and authorization endpoint of one institution (Security Framework 1.0 §5.1.1). Thread-safe. */
final class Launching {
    private final Platform platform;
    private final Tools tools;
    private final Switches switches;
    private final DeepLinking deepLinking;
    private final KeyRing keys;
    private final Clock clock;
    private final Claims claims;
    private final Hints hints;
    private final LaunchLog log = new LaunchLog();

    Launching(
            Platform platform,
            Tools tools,
            Switches switches,
            DeepLinking deepLinking,
            KeyRing keys,
            Clock clock,
            SecureRandom random) {
        this.platform = platform;
        this.tools = tools;
        this.switches = switches;
        this.deepLinking = deepLinking;
        this.keys = keys;
        this.clock = clock;
        this.claims = new Claims(platform, switches);
        this.hints = new Hints(switches, clock, random);
    }

    LaunchLog log() {
        return log;
    }

    /** Opens a link, or a student's work behind it. */
    Answer link(Where where, Link link, Tool tool, boolean window) {
        if (where.review().isPresent() && where.course().columnOf(link).isEmpty()) {
            throw new BadRequest("a review needs a graded link, and \"" + link.id() + "\" has no column", null);
        }
        if (where.review().isPresent() && !where.teaches()) {
            throw new BadRequest("only a teacher reviews", null);
        }
        return start(new Click(
                platform,
                tool,
                Visits.deployment(where, tool),
                where.person(),
                where.course(),
                Optional.of(link),
                where.review(),
                Optional.empty(),
                window,
                where.misbehaviour()));
    }

    /** Opens a tool's library to choose from. */
    Answer library(Where where, Tool tool, boolean window) {
        if (!where.teaches()) {
            throw new BadRequest("only a teacher adds to a course", null);
        }
        String deployment = Visits.deployment(where, tool);
        return start(new Click(
                platform,
                tool,
                deployment,
                where.person(),
                where.course(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(deepLinking.open(where.course(), tool, deployment, where.person())),
                window,
                where.misbehaviour()));
    }

    /** The login initiation (§5.1.1.1), as a form that posts itself to the tool. */
    private Answer start(Click click) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("iss", platform.issuer());
        fields.put("target_link_uri", click.target());
        fields.put("login_hint", click.person().subject());
        fields.put("lti_message_hint", hints.give(click));
        fields.put("client_id", click.tool().clientId());
        fields.put("lti_deployment_id", click.deployment());
        if (switches.is(Switch.PRODUCT, "canvas")) {
            fields.put("deployment_id", click.deployment());
            fields.put("canvas_region", "us-east-1");
            fields.put("canvas_environment", "prod");
        }
        storageTarget().ifPresent(target -> fields.put("lti_storage_target", target));
        return Answer.html(
                200, LmsPages.post("Opening the video", click.tool().addresses().login(), fields));
    }

    /** The authentication response (§5.1.1.3). */
    Answer authorize(Parameters request) {
        Map<String, String> fields = new LinkedHashMap<>();
        request.find("state").ifPresent(state -> fields.put("state", state));
        try {
            Click click = AuthRequest.check(request, tools, hints);
            String nonce = request.find("nonce").orElseThrow();
            JWTClaimsSet told = claims.of(click, nonce, clock.instant());
            fields.put("id_token", IdTokens.sign(told, keys, click.misbehaviour()));
            if (click.misbehaviour() == Misbehaviour.WRONG_STATE) {
                fields.put("state", "a-state-of-nobody");
            }
            if (switches.is(Switch.STORAGE_REPEAT, "yes")) {
                storageTarget().ifPresent(target -> fields.put("lti_storage_target", target));
            }
            log.add(clock.instant(), "token", "", click.misbehaviour().id());
        } catch (AuthRefused e) {
            log.add(clock.instant(), e.isShown() ? "shown" : "posted", e.code(), e.getMessage());
            if (e.isShown()) {
                return Answer.html(400, LmsPages.refusal(platform, e.getMessage()));
            }
            fields.put("error", e.code());
            fields.put("error_description", e.getMessage());
        }
        String redirect = request.find("redirect_uri").orElseThrow();
        return Answer.html(200, LmsPages.post("Opening the video", redirect, fields))
                .with("Referrer-Policy", "no-referrer");
    }

    private Optional<String> storageTarget() {
        return switches.is(Switch.STORAGE, "off") ? Optional.empty() : Optional.of(switches.get(Switch.STORAGE_TARGET));
    }
}

package org.lectern.playground.lms;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lectern.playground.institution.Platform;
import org.lectern.playground.institution.Registration;
import org.lectern.playground.lms.LmsPages.Where;
import org.lectern.playground.web.Answer;
import org.lectern.playground.web.BadRequest;
import org.lectern.playground.web.Parameters;
import org.lectern.playground.web.Request;

/** One institution's LMS: its pages, authorization endpoint and key set. Safe for many threads. */
final class PracticePlatform {
    private final Platform platform;
    private final String tool;
    private final String lrsUrl;
    private final Clock clock;
    private final KeyRing keys;
    private final Hints hints;
    private final LaunchLog log = new LaunchLog();

    /** Tool and lrsUrl are the base addresses of the gateway and the practice LRSs, without a slash at the end. */
    PracticePlatform(Platform platform, String tool, String lrsUrl, Clock clock, SecureRandom random) {
        this.platform = platform;
        this.tool = tool;
        this.lrsUrl = lrsUrl;
        this.clock = clock;
        this.keys = new KeyRing(random);
        this.hints = new Hints(clock, random);
    }

    Platform platform() {
        return platform;
    }

    /** Answers what lies under {@code /NAME}; path is what follows. */
    Answer handle(Request request, List<String> path) {
        String what = (request.isGet() ? "GET " : request.method() + " ") + String.join("/", path);
        return switch (what) {
            case "GET " -> Answer.html(200, LmsPages.people(platform));
            case "GET course" -> course(request.query());
            case "GET start" -> start(where(request.query()), false);
            case "GET auth" -> authorize(request.query());
            case "POST auth" -> authorize(request.form());
            case "GET jwks" ->
                Answer.of(200, "application/json", keys.publicKeys().toString());
            case "POST keys/rotate" -> rotate(request);
            case "POST token" -> noServices();
            case "GET launches.json" -> Answer.json(200, log.json());
            default -> Answer.text(404, "There is no such page in the practice LMS.");
        };
    }

    private Answer course(Parameters query) {
        Where where = where(query);
        if (query.find("window").isPresent()) {
            return start(where, true);
        }
        return Answer.html(200, LmsPages.course(where, opened(where), lrsUrl));
    }

    private static List<Link> opened(Where where) {
        List<Link> links = where.links();
        if (where.link().isEmpty()) {
            return List.of();
        }
        if (where.link().equals(LmsPages.TWO)) {
            List<Link> videos = links.stream()
                    .filter(link -> link.media().isPresent())
                    .limit(2)
                    .toList();
            return videos.size() == 1 ? List.of(videos.get(0), videos.get(0)) : videos;
        }
        return List.of(link(where));
    }

    private static Link link(Where where) {
        return where.links().stream()
                .filter(link -> link.id().equals(where.link()))
                .findFirst()
                .orElseThrow(() -> new BadRequest(
                        "the course has no link \"" + where.link() + "\"; it has "
                                + where.links().stream().map(Link::id).toList() + " and \"" + LmsPages.TWO + "\"",
                        null));
    }

    private Where where(Parameters query) {
        Person person = query.find("person")
                .flatMap(Person::find)
                .orElseThrow(() -> new BadRequest(
                        "person must be one of "
                                + Person.ALL.stream().map(Person::id).toList(),
                        null));
        Optional<String> asked = query.find("deployment");
        Registration registration = asked.flatMap(this::owner)
                .or(() -> Optional.of(platform.registrations().get(0)).filter(unused -> asked.isEmpty()))
                .orElseThrow(() -> new BadRequest("no registration has the deployment " + asked.orElse(""), null));
        String breaks = query.find("break").orElse(Misbehaviour.NONE.id());
        Misbehaviour misbehaviour = Misbehaviour.find(breaks)
                .orElseThrow(() -> new BadRequest("break does not know \"" + breaks + "\"", null));
        return new Where(
                platform,
                registration,
                asked.orElse(registration.deploymentIds().get(0)),
                person,
                query.find("link").orElse(""),
                misbehaviour);
    }

    private Optional<Registration> owner(String deployment) {
        return platform.registrations().stream()
                .filter(registration -> registration.deploymentIds().contains(deployment))
                .findFirst();
    }

    /** The login initiation (Security Framework 1.0 §5.1.1.1), as a form that posts itself to the tool. */
    private Answer start(Where where, boolean window) {
        Click click = new Click(
                platform,
                where.registration(),
                where.deployment(),
                where.person(),
                link(where),
                window,
                where.misbehaviour());
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("iss", platform.issuer());
        fields.put("target_link_uri", launchUrl());
        fields.put("login_hint", where.person().subject());
        fields.put("lti_message_hint", hints.give(click));
        fields.put("client_id", where.registration().clientId());
        fields.put("lti_deployment_id", where.deployment());
        return Answer.html(200, LmsPages.post("Opening the video", tool + "/lti/login", fields));
    }

    private Answer authorize(Parameters request) {
        Map<String, String> fields = new LinkedHashMap<>();
        request.find("state").ifPresent(state -> fields.put("state", state));
        try {
            Click click = AuthRequest.check(request, platform, launchUrl(), hints);
            String nonce = request.find("nonce").orElseThrow();
            var claims = Claims.of(click, launchUrl(), nonce, clock.instant());
            fields.put("id_token", IdTokens.sign(claims, keys, click.misbehaviour()));
            if (click.misbehaviour() == Misbehaviour.WRONG_STATE) {
                fields.put("state", "a-state-of-nobody");
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
        return Answer.html(200, LmsPages.post("Opening the video", launchUrl(), fields))
                .with("Referrer-Policy", "no-referrer");
    }

    private Answer rotate(Request request) {
        boolean overlap = !request.form().find("overlap").orElse("yes").equals("no");
        String kid = keys.rotate(overlap).getKeyID();
        if (request.header("accept").orElse("").contains("text/html")) {
            return Answer.seeOther("/" + platform.path());
        }
        JsonObjectBuilder told = Json.createObjectBuilder().add("kid", kid).add("overlap", overlap);
        return Answer.json(200, told.build());
    }

    private static Answer noServices() {
        return Answer.json(
                400,
                Json.createObjectBuilder()
                        .add("error", "invalid_scope")
                        .add("error_description", "The practice LMS offers no services.")
                        .build());
    }

    private String launchUrl() {
        return tool + "/lti/launch";
    }
}

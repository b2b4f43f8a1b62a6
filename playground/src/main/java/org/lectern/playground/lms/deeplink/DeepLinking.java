package org.lectern.playground.lms.deeplink;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lectern.playground.lms.check.Faults;
import org.lectern.playground.lms.check.Sent;
import org.lectern.playground.lms.check.Times;
import org.lectern.playground.lms.course.Course;
import org.lectern.playground.lms.course.Courses;
import org.lectern.playground.lms.course.Link;
import org.lectern.playground.lms.course.Person;
import org.lectern.playground.lms.course.Switch;
import org.lectern.playground.lms.course.Switches;
import org.lectern.playground.lms.course.Tool;
import org.lectern.playground.lms.signature.Once;
import org.lectern.playground.lms.signature.ToolSignatures;
import org.lectern.playground.lms.signature.ToolSignatures.Unverified;

/** The open deep linking requests of one institution and their answers. Safe for many threads. */
public final class DeepLinking {
    private static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";
    private static final String DL = "https://purl.imsglobal.org/spec/lti-dl/claim/";
    private static final int MOST = 1_000;

    private final String issuer;
    private final Courses courses;
    private final Switches switches;
    private final ToolSignatures signatures;
    private final Clock clock;
    private final SecureRandom random;
    private final Once nonces = new Once();
    private final Map<String, DeepLinkRequest> open = new LinkedHashMap<>();
    private final Map<String, Outcome> done = new LinkedHashMap<>();

    public DeepLinking(
            String issuer,
            Courses courses,
            Switches switches,
            ToolSignatures signatures,
            Clock clock,
            SecureRandom random) {
        this.issuer = issuer;
        this.courses = courses;
        this.switches = switches;
        this.signatures = signatures;
        this.clock = clock;
        this.random = random;
    }

    public synchronized DeepLinkRequest open(Course course, Tool tool, String deployment, Person person) {
        Optional<Boolean> graded = switch (switches.get(Switch.DEEP_LINK_GRADED)) {
            case "yes" -> Optional.of(true);
            case "no" -> Optional.of(false);
            default -> Optional.empty();
        };
        Optional<String> data = switches.is(Switch.DEEP_LINK_DATA, "yes")
                ? Optional.of("course=" + course.id() + "&echo=" + word() + " +/=\"ü\"")
                : Optional.empty();
        DeepLinkRequest request = new DeepLinkRequest(
                word(), course, tool, deployment, person, switches.is(Switch.DEEP_LINK_MULTIPLE, "yes"), graded, data);
        open.put(request.ticket(), request);
        if (open.size() > MOST) {
            open.remove(open.keySet().iterator().next());
        }
        return request;
    }

    /** What came of a request that was answered well. */
    public synchronized Optional<Outcome> done(String ticket) {
        return Optional.ofNullable(done.get(ticket));
    }

    /** Judges the answer and, when it is good, adds the links. */
    public synchronized Outcome answer(String ticket, Optional<String> token) {
        DeepLinkRequest request = open.get(ticket);
        if (request == null) {
            return Outcome.refused(
                    Optional.empty(),
                    List.of(
                            done.containsKey(ticket)
                                    ? "This request was answered before; each takes one answer."
                                    : "The LMS does not know this return address."));
        }
        Faults faults = new Faults();
        if (token.isEmpty()) {
            faults.add("The form has no field JWT.");
        }
        Optional<Unverified> read = token.flatMap(text -> signatures.read(text, faults));
        read.ifPresent(sent -> check(sent, request, faults));
        if (!faults.none()) {
            return Outcome.refused(Optional.of(request), faults.list());
        }
        Sent claims = read.orElseThrow().claims();
        List<Sent> items = claims.objects(DL + "content_items");
        items.forEach(item -> add(item, request));
        Optional<String> message = claims.text(DL + "msg").or(() -> claims.text(DL + "errormsg"));
        Outcome outcome = new Outcome(Optional.of(request), items.size(), message, List.of());
        open.remove(ticket);
        done.put(ticket, outcome);
        return outcome;
    }

    private void check(Unverified sent, DeepLinkRequest request, Faults faults) {
        Sent claims = sent.claims();
        claims.needText("iss", request.tool().clientId());
        audience(claims, faults);
        claims.needText(LTI + "message_type", "LtiDeepLinkingResponse");
        claims.needText(LTI + "version", "1.3.0");
        claims.needText(LTI + "deployment_id", request.deployment());
        Times.check(claims, clock.instant());
        echo(claims, request);
        for (String words : List.of("msg", "log", "errormsg", "errorlog")) {
            claims.text(DL + words);
        }
        if (claims.json().containsKey(DL + "content_items")) {
            List<Sent> items = claims.objects(DL + "content_items");
            if (items.size() > 1 && !request.multiple()) {
                claims.fault(DL + "content_items", "has " + items.size() + " items although accept_multiple is false.");
            }
            items.forEach(item -> ItemCheck.check(item, request));
        }
        signatures.verify(sent, request.tool().addresses().jwks(), faults);
        Optional<String> nonce = claims.needText("nonce");
        // Only a token of the tool itself may use up a nonce.
        if (faults.none() && !nonces.take(request.tool().clientId(), nonce.orElseThrow())) {
            faults.add("nonce was used before; every answer needs one of its own.");
        }
    }

    private void audience(Sent claims, Faults faults) {
        claims.need("aud");
        boolean single = claims.json().get("aud") instanceof JsonString;
        List<String> audience = single ? claims.text("aud").stream().toList() : claims.texts("aud");
        if (!audience.contains(issuer)) {
            faults.add("aud must be the LMS' issuer, " + issuer + "; found " + audience + ".");
        }
    }

    private static void echo(Sent claims, DeepLinkRequest request) {
        Optional<String> echoed = claims.text(DL + "data");
        if (!echoed.equals(request.data())) {
            claims.fault(
                    DL + "data",
                    request.data()
                            .map(data ->
                                    "must come back as it was sent, " + data + "; found " + echoed.orElse("nothing"))
                            .orElse("must be absent, since none was sent."));
        }
    }

    private void add(Sent item, DeepLinkRequest request) {
        Link link = new Link(
                courses.nextAdded(),
                courses.nextLink(),
                item.text("title")
                        .filter(title -> !title.isBlank())
                        .orElse(request.tool().name()),
                item.text("text"),
                item.object("thumbnail").flatMap(picture -> picture.text("url")),
                item.text("url"),
                item.textMap("custom"),
                request.tool().clientId(),
                Optional.empty(),
                List.of());
        Optional<JsonObject> lineItem = item.object("lineItem").map(Sent::json);
        request.course().add(link, lineItem);
    }

    private String word() {
        byte[] bytes = new byte[12];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

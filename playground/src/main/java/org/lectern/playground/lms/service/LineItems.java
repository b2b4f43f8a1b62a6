package org.lectern.playground.lms.service;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lectern.playground.lms.check.Sent;
import org.lectern.playground.lms.check.Times;
import org.lectern.playground.lms.course.LineItem;
import org.lectern.playground.lms.course.Link;
import org.lectern.playground.web.Answer;
import org.lectern.playground.web.Parameters;

/** Line items: the container and single ones (AGS 2.0 §3.2). A tool sees and changes only its own. */
final class LineItems {
    private static final String CONTAINER = "application/vnd.ims.lis.v2.lineitemcontainer+json";
    private static final String ITEM = "application/vnd.ims.lis.v2.lineitem+json";
    private static final int MOST = 100;
    private static final Map<String, String> FILTERS = Map.of(
            "resource_link_id", "resourceLinkId",
            "resource_id", "resourceId",
            "tag", "tag");
    private static final Set<String> FIELDS = Set.of(
            "id",
            "label",
            "scoreMaximum",
            "resourceId",
            "tag",
            "resourceLinkId",
            "startDateTime",
            "endDateTime",
            "gradesReleased",
            "submissionReview");

    private LineItems() {}

    static String address(Asked asked, LineItem item) {
        return asked.base() + "/lineitems/" + item.id() + "/lineitem" + asked.query();
    }

    static Answer list(Asked asked) {
        asked.accepts(CONTAINER);
        Parameters query = asked.request().query();
        List<LineItem> all = asked.course().gradebook().columns().stream()
                .filter(item -> item.clientId().equals(asked.tool().clientId()))
                .filter(item -> FILTERS.entrySet().stream()
                        .allMatch(filter -> query.find(filter.getKey())
                                .map(wanted -> item.text(filter.getValue())
                                        .filter(wanted::equals)
                                        .isPresent())
                                .orElse(true)))
                .toList();
        Paging paging = Paging.of(query, MOST);
        JsonArrayBuilder page = Json.createArrayBuilder();
        paging.of(all).forEach(item -> page.add(json(asked, item)));
        StringBuilder address = new StringBuilder(asked.base() + "/lineitems" + asked.query());
        FILTERS.keySet().stream()
                .sorted()
                .forEach(name -> query.find(name)
                        .ifPresent(value -> address.append('&')
                                .append(name)
                                .append('=')
                                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return paging.linked(Answer.of(200, CONTAINER, page.build().toString()), address.toString(), all.size());
    }

    static Answer make(Asked asked) {
        asked.accepts(ITEM);
        Sent body = checked(asked);
        if (body.has("id")) {
            body.fault("id", "is given by the LMS; leave it out of a new line item.");
        }
        Optional<Link> link = linked(asked, body);
        Asked.sound(body);
        LineItem made = asked.course().gradebook().add(asked.tool().clientId(), body.json());
        link.ifPresent(unused -> asked.course().tie(made));
        return Answer.of(201, ITEM, json(asked, made).toString());
    }

    static Answer show(Asked asked, LineItem item) {
        asked.accepts(ITEM);
        return Answer.of(200, ITEM, json(asked, item).toString());
    }

    static Answer change(Asked asked, LineItem item) {
        asked.accepts(ITEM);
        Sent body = checked(asked);
        body.text("id")
                .filter(id -> !id.equals(address(asked, item)))
                .ifPresent(id -> body.fault("id", "must be this line item's own address, or absent."));
        linked(asked, body);
        Asked.sound(body);
        JsonObjectBuilder changed = Json.createObjectBuilder(body.json()).remove("id");
        // A tool that leaves the link out does not cut the tie: a column belongs to its link for good.
        item.text("resourceLinkId").ifPresent(number -> changed.add("resourceLinkId", number));
        LineItem after = new LineItem(item.id(), item.clientId(), changed.build());
        asked.course().gradebook().replace(after);
        return Answer.of(200, ITEM, json(asked, after).toString());
    }

    static Answer remove(Asked asked, LineItem item) {
        asked.course().gradebook().remove(item.id());
        return Answer.empty(204);
    }

    private static Sent checked(Asked asked) {
        Sent body = asked.body(ITEM);
        body.knowsOnly(FIELDS);
        body.needText("label");
        body.needPositive("scoreMaximum");
        body.text("resourceId");
        body.text("tag");
        body.truth("gradesReleased");
        body.object("submissionReview");
        Times.iso(body, "startDateTime");
        Times.iso(body, "endDateTime");
        return body;
    }

    private static Optional<Link> linked(Asked asked, Sent body) {
        Optional<String> number = body.text("resourceLinkId");
        Optional<Link> link = number.flatMap(asked.course()::linkNumbered)
                .filter(found -> found.clientId().equals(asked.tool().clientId()));
        if (number.isPresent() && link.isEmpty()) {
            throw ServiceRefused.of(
                    404, "not_found", "resourceLinkId " + number.get() + " is no link of this tool in this course.");
        }
        return link;
    }

    private static JsonObject json(Asked asked, LineItem item) {
        return Json.createObjectBuilder(item.body())
                .add("id", address(asked, item))
                .build();
    }
}

package org.lectern.playground.lms.course;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One course of one tenant: context id, title, the context ids it was copied from (newest first), links and gradebook.
 * Safe for many threads.
 */
public final class Course {
    private final String id;
    private final String title;
    private final String tenant;
    private final List<String> history;
    private final List<Link> links = new ArrayList<>();
    private final Gradebook gradebook = new Gradebook();

    Course(String id, String title, String tenant, List<String> history) {
        this.id = id;
        this.title = title;
        this.tenant = tenant;
        this.history = List.copyOf(history);
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    public String tenant() {
        return tenant;
    }

    public List<String> history() {
        return history;
    }

    public Gradebook gradebook() {
        return gradebook;
    }

    public synchronized List<Link> links() {
        return List.copyOf(links);
    }

    public Optional<Link> link(String asked) {
        return links().stream().filter(link -> link.id().equals(asked)).findFirst();
    }

    public Optional<Link> linkNumbered(String number) {
        return links().stream().filter(link -> link.number().equals(number)).findFirst();
    }

    /** The link with its column, when that still exists. */
    public Optional<LineItem> columnOf(Link link) {
        return link.column().flatMap(gradebook::find);
    }

    /** Adds a link and, with a line item's fields, a column for it. */
    public synchronized Link add(Link link, Optional<JsonObject> lineItem) {
        Link added =
                lineItem.map(fields -> link.inColumn(columnFor(link, fields))).orElse(link);
        links.add(added);
        return added;
    }

    /** The link that stands for a registered tool as a whole; made on first use. */
    public synchronized Link linkOf(Tool tool, Supplier<String> numbers) {
        return link(tool.clientId())
                .orElseGet(() -> add(
                        Link.of(tool.clientId(), numbers.get(), tool.name(), Map.of(), tool.clientId()),
                        Optional.empty()));
    }

    private String columnFor(Link link, JsonObject fields) {
        JsonObjectBuilder body = Json.createObjectBuilder(fields).add("resourceLinkId", link.number());
        if (!fields.containsKey("label")) {
            body.add("label", link.title());
        }
        return gradebook.add(link.clientId(), body.build()).id();
    }

    /** Makes a column that a tool tied to a link the one its launches name, unless the link has one. */
    public synchronized void tie(LineItem column) {
        column.text("resourceLinkId")
                .flatMap(this::linkNumbered)
                .filter(link -> columnOf(link).isEmpty())
                .ifPresent(link -> links.set(links.indexOf(link), link.inColumn(column.id())));
    }

    /** A copy with other ids; columns come along, marks do not. */
    Course copy(String newId, String newTitle, Supplier<String> numbers) {
        Course copy = new Course(newId, newTitle, tenant, with(id, history));
        for (Link link : links()) {
            Link fresh = new Link(
                    link.id(),
                    numbers.get(),
                    link.title(),
                    link.text(),
                    link.picture(),
                    link.url(),
                    link.custom(),
                    link.clientId(),
                    Optional.empty(),
                    with(link.number(), link.history()));
            copy.add(fresh, columnOf(link).map(LineItem::body));
        }
        return copy;
    }

    /** Links of a tenant's own tool that every first course has: the gallery, its media, and one that is graded. */
    void furnish(String clientId, Map<String, String> media) {
        add(Link.of(Link.GALLERY, "1", "All videos of this course", Map.of(), clientId), Optional.empty());
        media.forEach((medium, name) -> add(
                Link.of(medium, String.valueOf(links.size() + 1), name, Map.of("media", medium), clientId),
                Optional.empty()));
        media.entrySet().stream().findFirst().ifPresent(first -> {
            Map<String, String> custom = Map.of("media", first.getKey(), "grade", "share");
            String name = first.getValue() + " (graded)";
            JsonObject lineItem = Json.createObjectBuilder()
                    .add("label", name)
                    .add("scoreMaximum", 100)
                    .build();
            add(Link.of(Link.GRADED, String.valueOf(links.size() + 1), name, custom, clientId), Optional.of(lineItem));
        });
    }

    public JsonObject json() {
        var list = Json.createArrayBuilder();
        for (Link link : links()) {
            JsonObjectBuilder one = Json.createObjectBuilder()
                    .add("link", link.id())
                    .add("resourceLinkId", link.number())
                    .add("title", link.title())
                    .add("tool", link.clientId())
                    .add("history", Json.createArrayBuilder(link.history()));
            JsonObjectBuilder custom = Json.createObjectBuilder();
            link.custom().forEach(custom::add);
            one.add("custom", custom);
            link.text().ifPresent(text -> one.add("text", text));
            link.picture().ifPresent(picture -> one.add("picture", picture));
            link.url().ifPresent(url -> one.add("url", url));
            columnOf(link).ifPresent(column -> one.add("lineItem", column.id()));
            list.add(one);
        }
        return Json.createObjectBuilder()
                .add("id", id)
                .add("title", title)
                .add("tenant", tenant)
                .add("history", Json.createArrayBuilder(history))
                .add("links", list)
                .build();
    }

    private static List<String> with(String first, List<String> rest) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(rest);
        return all;
    }
}

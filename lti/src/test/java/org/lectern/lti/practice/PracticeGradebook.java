package org.lectern.lti.practice;

import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.lectern.lti.access.ServiceAnswer;
import org.lectern.lti.access.ServiceRequest;

/**
 * A gradebook as strict as the strictest that was measured: one exact media type, addresses with a query, scopes checked,
 * stamps compared in whole seconds, a grade erased by anything but {@code FullyGraded}. Thread-safe.
 */
public final class PracticeGradebook implements Function<ServiceRequest, ServiceAnswer> {
    private static final String TYPE = "application/vnd.ims.lis.";
    private static final String SCOPE = "https://purl.imsglobal.org/spec/lti-ags/scope/";

    private final String address;
    private final Function<ServiceRequest, Set<String>> scopes;
    private final Set<String> gradable;
    private final Map<Integer, Column> columns = new TreeMap<>();
    private final List<Grade> posted = new ArrayList<>();
    private final AtomicReference<Function<ServiceRequest, Optional<ServiceAnswer>>> mood =
            new AtomicReference<>(request -> Optional.empty());
    private int pageSize = Integer.MAX_VALUE;
    private int next = 1;

    /**
     * @param address where it is, such as {@code https://lms.example.edu/2}
     * @param scopes what the bearer of a request was granted; empty for a token that is not known
     * @param gradable the users who get grades
     */
    public PracticeGradebook(String address, Function<ServiceRequest, Set<String>> scopes, Set<String> gradable) {
        this.address = address;
        this.scopes = scopes;
        this.gradable = Set.copyOf(gradable);
    }

    private static final class Column {
        private final Map<String, Object> item;
        private final Map<String, Grade> grades = new TreeMap<>();
        private final Map<String, Instant> stamps = new TreeMap<>();

        Column(Map<String, Object> item) {
            this.item = item;
        }
    }

    /** A grade that was taken. */
    public record Grade(String user, BigDecimal given, BigDecimal maximum, String activity, Instant stamp) {}

    public String lineItems() {
        return address + "/lineitems?type_id=1";
    }

    /** A column as a teacher makes it; its address. */
    public synchronized String column(String label, String link) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("label", label);
        item.put("scoreMaximum", 100);
        item.put("resourceLinkId", link);
        return add(item);
    }

    private String add(Map<String, Object> item) {
        int number = next++;
        String id = address + "/lineitems/" + number + "/lineitem?type_id=1";
        item.put("id", id);
        columns.put(number, new Column(item));
        return id;
    }

    public synchronized void removeColumns() {
        columns.clear();
    }

    public synchronized int columns() {
        return columns.size();
    }

    /** Every score that was taken, in order. */
    public synchronized List<Grade> posted() {
        return List.copyOf(posted);
    }

    /** What the gradebook shows for a user in the only column. */
    public synchronized Optional<Grade> shown(String user) {
        return columns.values().stream()
                .map(column -> column.grades.get(user))
                .filter(grade -> grade != null)
                .findFirst();
    }

    /** Answers that come instead of its own, as long as there is one. */
    public void mood(Function<ServiceRequest, Optional<ServiceAnswer>> answers) {
        mood.set(answers);
    }

    public synchronized void pagesOf(int rows) {
        pageSize = rows;
    }

    @Override
    public ServiceAnswer apply(ServiceRequest request) {
        return mood.get().apply(request).orElseGet(() -> own(request));
    }

    private synchronized ServiceAnswer own(ServiceRequest request) {
        Set<String> granted = scopes.apply(request);
        if (granted.isEmpty()) {
            return answer(401, "");
        }
        String uri = request.address().toString();
        String path = uri.split("\\?", 2)[0];
        Map<String, String> query = query(uri);
        if (!path.startsWith(address + "/lineitems") || !"1".equals(query.get("type_id"))) {
            return answer(400, "<html>");
        }
        String[] steps = path.substring((address + "/lineitems").length()).split("/");
        if (steps.length < 2) {
            return items(request, query, granted);
        }
        Column column = columns.get(Integer.parseInt(steps[1]));
        if (column == null) {
            return answer(404, "<html>");
        }
        return switch (steps.length == 4 ? steps[3] : "") {
            case "scores" -> score(request, column, granted);
            case "results" -> results(request, column, query, granted);
            default -> item(request, Integer.parseInt(steps[1]), granted);
        };
    }

    private ServiceAnswer items(ServiceRequest request, Map<String, String> query, Set<String> granted) {
        boolean making = request.method() == ServiceRequest.Method.POST;
        if (!granted.contains(SCOPE + "lineitem") && (making || !granted.contains(SCOPE + "lineitem.readonly"))) {
            return answer(403, "");
        }
        if (making) {
            if (!type("v2.lineitem+json").equals(request.headers().get("Content-Type"))) {
                return answer(400, "");
            }
            Map<String, Object> item = object(request);
            if (item.get("label") == null || item.get("scoreMaximum") == null) {
                return answer(400, "");
            }
            add(item);
            return answer(201, JSONObjectUtils.toJSONString(item));
        }
        if (!accepts(request, type("v2.lineitemcontainer+json"))) {
            return answer(400, "No handler found");
        }
        List<Map<String, Object>> found = columns.values().stream()
                .map(column -> column.item)
                .filter(item -> query.getOrDefault("resource_link_id", "" + item.get("resourceLinkId"))
                        .equals("" + item.get("resourceLinkId")))
                .filter(item -> query.getOrDefault("resource_id", "" + item.get("resourceId"))
                        .equals("" + item.get("resourceId")))
                .toList();
        return page(found, request, query);
    }

    private ServiceAnswer item(ServiceRequest request, int number, Set<String> granted) {
        if (!granted.contains(SCOPE + "lineitem") || request.method() != ServiceRequest.Method.DELETE) {
            return answer(403, "");
        }
        columns.remove(number);
        return answer(204, "");
    }

    private ServiceAnswer score(ServiceRequest request, Column column, Set<String> granted) {
        if (!granted.contains(SCOPE + "score")) {
            return answer(403, "");
        }
        if (!type("v1.score+json").equals(request.headers().get("Content-Type"))
                || request.headers().containsKey("Accept")) {
            return answer(400, "");
        }
        Map<String, Object> score = object(request);
        String user = String.valueOf(score.get("userId"));
        if (!gradable.contains(user)) {
            return answer(400, "{\"reason\":\"Incorrect score received\",\"request\":{\"userId\":\"" + user + "\"}}");
        }
        Instant stamp = stamp(score);
        if (!stamp.isAfter(column.stamps.getOrDefault(user, Instant.MIN))) {
            return answer(409, "");
        }
        column.stamps.put(user, stamp);
        if (!"FullyGraded".equals(score.get("gradingProgress"))) {
            column.grades.remove(user);
            return answer(200, "");
        }
        Grade grade = new Grade(
                user,
                new BigDecimal("" + score.get("scoreGiven")),
                new BigDecimal("" + score.get("scoreMaximum")),
                "" + score.get("activityProgress"),
                stamp);
        column.grades.put(user, grade);
        posted.add(grade);
        return answer(200, "");
    }

    private static Instant stamp(Map<String, Object> score) {
        try {
            return Instant.ofEpochSecond(
                    Instant.parse("" + score.get("timestamp")).getEpochSecond());
        } catch (DateTimeParseException unreadable) {
            throw new AssertionError("a score without a readable timestamp", unreadable);
        }
    }

    private ServiceAnswer results(
            ServiceRequest request, Column column, Map<String, String> query, Set<String> granted) {
        if (!granted.contains(SCOPE + "result.readonly")) {
            return answer(403, "");
        }
        if (!accepts(request, type("v2.resultcontainer+json"))) {
            return answer(400, "No handler found");
        }
        List<Map<String, Object>> rows = column.grades.values().stream()
                .filter(grade -> query.getOrDefault("user_id", grade.user()).equals(grade.user()))
                .sorted(Comparator.comparing(Grade::user))
                .map(grade -> Map.<String, Object>of(
                        "userId", grade.user(), "resultScore", grade.given(), "resultMaximum", grade.maximum()))
                .toList();
        return page(rows, request, query);
    }

    private ServiceAnswer page(List<Map<String, Object>> rows, ServiceRequest request, Map<String, String> query) {
        int from = Integer.parseInt(query.getOrDefault("from", "0"));
        int to = (int) Math.min(rows.size(), (long) from + pageSize);
        String body = JSONArrayUtils.toJSONString(rows.subList(Math.min(from, to), to));
        if (to >= rows.size()) {
            return answer(200, body);
        }
        String self = request.address().toString().replaceAll("&from=[0-9]+", "");
        // As Moodle writes it.
        String link = "<" + self.replace("&", "&amp;") + "&amp;from=" + to + ">; rel=\u201cnext\u201d";
        return new ServiceAnswer(200, Map.of("Link", link), body.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean accepts(ServiceRequest request, String type) {
        return type.equals(request.headers().getOrDefault("Accept", type));
    }

    private static String type(String rest) {
        return TYPE + rest;
    }

    private static Map<String, Object> object(ServiceRequest request) {
        try {
            return JSONObjectUtils.parse(new String(request.body(), StandardCharsets.UTF_8));
        } catch (ParseException notJson) {
            throw new AssertionError("a body that is no JSON", notJson);
        }
    }

    private static Map<String, String> query(String uri) {
        Map<String, String> query = new LinkedHashMap<>();
        String[] parts = uri.split("\\?", 2);
        if (parts.length == 2) {
            for (String one : parts[1].split("&")) {
                String[] pair = one.split("=", 2);
                query.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    private static ServiceAnswer answer(int status, String body) {
        return PracticeServices.answer(status, body);
    }
}

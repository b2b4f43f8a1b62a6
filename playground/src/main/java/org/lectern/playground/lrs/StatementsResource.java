package org.lectern.playground.lrs;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.lectern.playground.web.Answer;
import org.lectern.playground.web.Parameters;
import org.lectern.playground.web.Request;

/** {@code statements} as xAPI 1.0.3 Communication 2.1 says; refusals come as {@link Refused}. */
final class StatementsResource {
    private static final String FROM = "from";
    private static final Set<String> ONE = Set.of("statementId", "voidedStatementId", "attachments", "format");

    private final String path;
    private final StatementStore store;
    private final Supplier<String> newId;

    /** Path is that of the resource, for {@code more} links. */
    StatementsResource(String path, StatementStore store, Supplier<String> newId) {
        this.path = path;
        this.store = store;
        this.newId = newId;
    }

    /** What a POST or PUT brings, checked in every way that needs no look at the store. */
    List<Candidate> candidates(Request request) {
        if (!request.mediaType().equals("application/json")) {
            throw new Refused(400, "The Content-Type must be application/json, found \"" + request.mediaType() + "\".");
        }
        String body = JsonText.decode(request.body());
        if (request.isPost()) {
            Query.refuseUnknown(request.query(), Set.of());
            return Candidate.all(body, newId);
        }
        Query.refuseUnknown(request.query(), Set.of("statementId"));
        String id = request.query()
                .find("statementId")
                .filter(Formats::isUuid)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new Refused(400, "PUT needs the query parameter statementId, a UUID."));
        if (body.stripLeading().startsWith("[")) {
            throw new Refused(400, "PUT takes one statement, not an array.");
        }
        List<Candidate> one = Candidate.all(body, () -> id);
        if (!one.get(0).id().equals(id)) {
            throw new Refused(400, "The statement's id is not the statementId of the query.");
        }
        return one;
    }

    /** Stores them all or none. */
    Answer put(Request request, List<Candidate> candidates) {
        store.put(candidates);
        if (!request.isPost()) {
            return Answer.empty(204);
        }
        JsonArrayBuilder ids = Json.createArrayBuilder();
        candidates.forEach(candidate -> ids.add(candidate.id()));
        return Answer.json(200, ids.build());
    }

    Answer get(Parameters parameters) {
        boolean one = parameters.names().contains("statementId");
        boolean voided = parameters.names().contains("voidedStatementId");
        if (!one && !voided) {
            return list(parameters, Long.MAX_VALUE);
        }
        if (one && voided) {
            throw new Refused(400, "statementId and voidedStatementId exclude each other.");
        }
        Query.refuseUnknown(parameters, ONE);
        Query.refuseFormat(parameters);
        Query.flag(parameters, "attachments");
        String id =
                parameters.find(voided ? "voidedStatementId" : "statementId").orElse("");
        if (!Formats.isUuid(id)) {
            throw new Refused(400, "The statement id must be a UUID.");
        }
        return store.find(id.toLowerCase(Locale.ROOT), voided)
                .map(found -> Answer.json(200, found.asAnswered()))
                .orElseThrow(() -> new Refused(404, "No such statement."));
    }

    /** The rest of a list, as its {@code more} link asks for it. */
    Answer more(Parameters parameters) {
        String from = parameters.find(FROM).orElse("");
        if (!from.matches("\\d{1,18}")) {
            throw new Refused(400, "This is not a link that the LRS gave as more.");
        }
        Map<String, List<String>> others = new LinkedHashMap<>(parameters.values());
        others.remove(FROM);
        return list(new Parameters(others), Long.parseLong(from));
    }

    private Answer list(Parameters parameters, long from) {
        Query query = Query.of(parameters);
        List<Stored> all = store.unvoided();
        JsonArrayBuilder statements = Json.createArrayBuilder();
        int count = 0;
        long last = 0;
        for (int i = 0; i < all.size(); i++) {
            Stored stored = all.get(query.ascending() ? i : all.size() - 1 - i);
            boolean before =
                    from != Long.MAX_VALUE && (query.ascending() ? stored.number() <= from : stored.number() >= from);
            if (before || !query.matches(stored)) {
                continue;
            }
            if (count == query.limit()) {
                return answer(statements, path + "/more?" + encoded(parameters) + FROM + "=" + last);
            }
            statements.add(stored.asAnswered());
            last = stored.number();
            count++;
        }
        return answer(statements, "");
    }

    private static Answer answer(JsonArrayBuilder statements, String more) {
        JsonObjectBuilder result = Json.createObjectBuilder().add("statements", statements);
        result.add("more", more);
        return Answer.json(200, result.build());
    }

    private static String encoded(Parameters parameters) {
        StringBuilder encoded = new StringBuilder();
        parameters
                .values()
                .forEach((name, values) -> encoded.append(name)
                        .append('=')
                        .append(URLEncoder.encode(values.get(0), StandardCharsets.UTF_8))
                        .append('&'));
        return encoded.toString();
    }
}

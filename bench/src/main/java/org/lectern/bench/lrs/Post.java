package org.lectern.bench.lrs;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One POST of statements, to be answered once.
 *
 * @param institution whose record store this is
 * @param body its bytes
 * @param statements cut out of it
 * @param shelf what the store holds
 * @param exchange the way to answer
 */
public record Post(String institution, byte[] body, List<Cut> statements, Shelf shelf, HttpExchange exchange) {

    /** As a strict store does it: 200 with the ids, 409 for other bytes under a known id, 400 for what it cannot read. */
    public void keep() throws IOException {
        answer(shelf.store(statements));
    }

    /** Answers as a store does that took everything: 200 with the ids, found in the bytes, nothing kept. */
    public void take() throws IOException {
        answer(200, ids());
    }

    void answer(Shelf.Result result) throws IOException {
        switch (result) {
            case CONFLICT -> answer(409, "{\"error\":\"a statement with this id and another content exists\"}");
            case MALFORMED -> answer(400, "{\"error\":\"a statement without an id, or an id twice\"}");
            default -> answer(200, ids());
        }
    }

    /** Answers with this status and JSON. */
    public void answer(int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private String ids() {
        return statements.stream()
                .map(statement -> "\"" + statement.id().orElseThrow() + "\"")
                .collect(Collectors.joining(",", "[", "]"));
    }
}

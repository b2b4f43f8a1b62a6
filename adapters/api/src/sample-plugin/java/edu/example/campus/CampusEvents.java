package edu.example.campus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.lectern.adapter.JsonEvent;
import org.lectern.adapter.Standard;
import org.lectern.adapter.StatementIds;
import org.lectern.adapter.StatementSink;
import org.lectern.adapter.Vocabulary;
import org.lectern.adapter.action.Played;
import org.lectern.adapter.xapi.StatementJson;

/** Writes in another standard than xAPI, and says which: one Caliper event for each start, about nobody. */
@ApplicationScoped
@Standard("caliper")
public class CampusEvents {

    private static final String CALIPER = "http://purl.imsglobal.org/ctx/caliper/v1p2";

    private final StatementSink sink;
    private final StatementIds ids;

    @Inject
    public CampusEvents(StatementSink sink, StatementIds ids) {
        this.sink = sink;
        this.ids = ids;
    }

    /** For the CDI proxy. */
    protected CampusEvents() {
        this(null, null);
    }

    void played(@Observes @Vocabulary("campus-events") Played action) {
        UUID id = ids.next();
        String event = Json.createObjectBuilder()
                .add("@context", CALIPER)
                .add("id", "urn:uuid:" + id)
                .add("type", "ToolUseEvent")
                .add("profile", "ToolUseProfile")
                .add(
                        "actor",
                        // Nobody's id: the whole campus is counted, nobody is followed.
                        Json.createObjectBuilder()
                                .add("id", "http://purl.imsglobal.org/caliper/Person")
                                .add("type", "Person"))
                .add("action", "Used")
                .add(
                        "object",
                        Json.createObjectBuilder()
                                .add("id", action.context().site().home().toString())
                                .add("type", "SoftwareApplication"))
                .add("eventTime", StatementJson.timestamp(action.at()))
                .build()
                .toString();
        sink.put(action, new JsonEvent(id, action.at(), event.getBytes(StandardCharsets.UTF_8)));
    }
}

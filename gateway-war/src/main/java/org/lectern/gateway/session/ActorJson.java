package org.lectern.gateway.session;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.lectern.adapter.xapi.Actor;
import org.lectern.adapter.xapi.ActorIdentity;

/** How a row keeps its {@link Actor}: as the xAPI agent it stands for. */
public final class ActorJson {

    /** Looked up once: finding the provider costs far more than the rest. */
    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private ActorJson() {}

    public static String text(Actor actor) {
        JsonObjectBuilder agent = BUILDERS.createObjectBuilder();
        actor.name().ifPresent(name -> agent.add("name", name));
        if (actor.identity() instanceof ActorIdentity.Account account) {
            agent.add(
                    "account",
                    BUILDERS.createObjectBuilder()
                            .add("homePage", account.homePage().toString())
                            .add("name", account.name()));
        } else if (actor.identity() instanceof ActorIdentity.Mbox mbox) {
            agent.add("mbox", mbox.address());
        } else if (actor.identity() instanceof ActorIdentity.MboxSha1 hashed) {
            agent.add("mbox_sha1sum", hashed.sha1());
        }
        return agent.build().toString();
    }

    public static Actor read(String text) {
        try (JsonReader reader = READERS.createReader(new StringReader(text))) {
            JsonObject agent = reader.readObject();
            return new Actor(Optional.ofNullable(agent.getString("name", null)), identity(agent));
        }
    }

    private static ActorIdentity identity(JsonObject agent) {
        if (agent.containsKey("account")) {
            JsonObject account = agent.getJsonObject("account");
            return new ActorIdentity.Account(URI.create(account.getString("homePage")), account.getString("name"));
        }
        return agent.containsKey("mbox")
                ? new ActorIdentity.Mbox(agent.getString("mbox"))
                : new ActorIdentity.MboxSha1(agent.getString("mbox_sha1sum"));
    }
}

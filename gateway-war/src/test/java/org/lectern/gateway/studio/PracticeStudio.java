package org.lectern.gateway.studio;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lectern.adapter.action.LearnerAction;
import org.lectern.config.secret.MasterKey;
import org.lectern.gateway.action.ActionBus;
import org.lectern.gateway.action.ToldChanges;
import org.lectern.gateway.library.LibraryResource;
import org.lectern.gateway.library.PracticeLibrary;
import org.lectern.gateway.library.VideoCards;
import org.lectern.gateway.outbox.InMemoryStatementOutbox;
import org.lectern.gateway.page.PracticePages;
import org.lectern.gateway.session.BearerTokens;
import org.lectern.gateway.session.GivenTenants;
import org.lectern.gateway.session.JdbcSessions;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.PracticeServer;
import org.lectern.gateway.session.SessionFilter;
import org.lectern.gateway.session.SessionToken;

/** The studio and the library's API over real HTTP and PostgreSQL. */
final class PracticeStudio implements AutoCloseable {

    final PracticeLibrary acme = new PracticeLibrary();
    final List<LearnerAction> told = new ArrayList<>();

    private final SecureRandom random = new SecureRandom();
    private final JdbcSessions sessions = new JdbcSessions(acme.jdbi, acme.clock);
    private final PracticeServer server;

    PracticeStudio() {
        GivenTenants tenants = GivenTenants.of(acme.tenant, acme.other);
        ActionBus bus = (tenant, actorKey, action) -> {
            told.add(action);
            return List.of();
        };
        ToldChanges changes = new ToldChanges(acme.jdbi, bus, new InMemoryStatementOutbox(lanes -> {}));
        BearerTokens tokens = new BearerTokens(sessions, tenants, acme.clock);
        PracticePages pages =
                new PracticePages(acme.jdbi, acme.clock, random, acme.library, acme.links, changes, tenants, tokens);
        VideoCards cards = new VideoCards(acme.shelves, acme.channels, session -> Map.of(), acme.links);
        Deeds deeds = new Deeds(changes, tenants, acme.library, acme.clock);
        Publishing publishing = new Publishing(deeds, acme.catalogue, acme.channels, acme.library, acme.rights);
        CoEditors editors = new CoEditors(deeds, acme.rights, acme.library, MasterKey.random(random), random);
        VideoJson json = new VideoJson(acme.rights, acme.channels, editors, acme.links);
        this.server = new PracticeServer(
                new SessionFilter(tokens),
                new LibraryResource(tenants, cards),
                new VideosResource(deeds, publishing, editors, acme.catalogue, acme.rights, json),
                new InvitationsResource(deeds, editors, json),
                new ChannelsResource(deeds, publishing, acme.channels, acme.library, cards),
                new StudioDoor(acme.rights, pages.json(), pages.pages(), pages.sessionPages(), pages.reopening()));
    }

    /** Somebody with an open page. */
    final class Person {
        final LearnerSession session;
        private final SessionToken token = SessionToken.fresh(random);

        private Person(LearnerSession session) {
            this.session = session;
        }

        HttpResponse<String> get(String path) {
            return send("GET", path, null);
        }

        HttpResponse<String> send(String method, String path, String json) {
            HttpRequest.BodyPublisher body =
                    json == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json);
            return server.send(server.request(path)
                    .header("Authorization", "Bearer " + token.value())
                    .method(method, body));
        }

        HttpResponse<String> open(String media) {
            return server.post("/studio/of/acme/open", "token=" + token.value() + "&media=" + media);
        }
    }

    Person person(LearnerSession session) {
        LearnerSession own = new LearnerSession(
                UUID.randomUUID(),
                session.tenant(),
                session.platform(),
                session.learnerKey(),
                session.actor(),
                session.role(),
                session.course(),
                session.linkId(),
                session.media(),
                session.language(),
                session.expires(),
                session.factsUntil());
        Person person = new Person(own);
        acme.jdbi.useTransaction(transaction -> sessions.open(transaction, own, person.token));
        return person;
    }

    static JsonObject json(HttpResponse<String> answer) {
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}

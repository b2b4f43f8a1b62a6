package org.lectern.gateway.upload;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.lectern.adapter.action.LearnerAction;
import org.lectern.config.gateway.GatewaySettings;
import org.lectern.gateway.action.ActionBus;
import org.lectern.gateway.action.ToldChanges;
import org.lectern.gateway.database.TestDatabase;
import org.lectern.gateway.disk.DiskGuard;
import org.lectern.gateway.disk.GivenDisk;
import org.lectern.gateway.library.BaseUrl;
import org.lectern.gateway.library.PracticeLibrary;
import org.lectern.gateway.library.Video;
import org.lectern.gateway.outbox.InMemoryStatementOutbox;
import org.lectern.gateway.session.BearerTokens;
import org.lectern.gateway.session.GivenSession;
import org.lectern.gateway.session.GivenTenants;
import org.lectern.gateway.session.JdbcSessions;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.PracticeServer;
import org.lectern.gateway.session.SessionFilter;
import org.lectern.gateway.session.SessionToken;
import org.lectern.gateway.start.GivenSettings;
import org.lectern.gateway.storage.MediaStore;

/** This room over real HTTP and PostgreSQL, with a teacher, a colleague, a learner, and a folder for storage. */
final class PracticeUploads implements AutoCloseable {

    static final LearnerSession TEACHER = GivenSession.ofTeacher("teacher-1");
    static final LearnerSession COLLEAGUE = GivenSession.ofTeacher("teacher-2");
    static final LearnerSession LEARNER = GivenSession.of("learner-1", LearnerSession.Role.LEARNER, "course-1");

    /** One database for all tests of this room: a pool for each would leave none for the others. */
    private static final Jdbi JDBI = TestDatabase.jdbi();

    final PracticeLibrary acme = new PracticeLibrary(JDBI);
    final List<LearnerAction> told = new ArrayList<>();
    final UploadTable table = new UploadTable(acme.jdbi, acme.clock);
    final UploadSettings settings;
    final MediaStore store;
    final Receiving receiving;
    final Finishing finishing;
    final UploadSweep sweep;

    private final Map<LearnerSession, SessionToken> tokens = Map.of(
            TEACHER, SessionToken.fresh(new SecureRandom()),
            COLLEAGUE, SessionToken.fresh(new SecureRandom()),
            LEARNER, SessionToken.fresh(new SecureRandom()));
    private final PracticeServer server;

    PracticeUploads(MediaStore store, String... settings) {
        this(store, GivenDisk.roomy(), settings);
    }

    PracticeUploads(MediaStore store, DiskGuard disk, String... lines) {
        this.store = store;
        JDBI.useHandle(handle -> handle.execute("truncate upload, video, learner_session cascade"));
        this.settings = new UploadSettings(GivenSettings.of(lines));
        GivenTenants tenants = GivenTenants.of(acme.tenant, acme.other);
        JdbcSessions sessions = new JdbcSessions(acme.jdbi, acme.clock);
        tokens.forEach((session, token) ->
                acme.jdbi.useTransaction(transaction -> sessions.open(transaction, session, token)));
        ActionBus bus = (tenant, actorKey, action) -> {
            told.add(action);
            return List.of();
        };
        ToldChanges changes = new ToldChanges(acme.jdbi, bus, new InMemoryStatementOutbox(lanes -> {}));
        Dropping dropping = new Dropping(table, store);
        this.receiving = new Receiving(table, store, dropping, disk, settings);
        this.finishing = new Finishing(changes, acme.clock, table, store, dropping, acme.catalogue, acme.library);
        this.sweep = new UploadSweep(table, dropping, finishing, settings, sessions, tenants, acme.clock);
        UploadRights rights = new UploadRights(settings);
        GatewaySettings gateway = GatewaySettings.read(GivenSettings.of());
        this.server = new PracticeServer(
                new SessionFilter(new BearerTokens(sessions, tenants, acme.clock)),
                new TusVersion(),
                new UploadsResource(
                        tenants,
                        new BaseUrl(URI.create("https://tool.example.edu")),
                        settings,
                        rights,
                        new Uploads(table, store, dropping, disk, settings),
                        receiving,
                        finishing),
                new ElsewhereResource(tenants, gateway, rights, finishing),
                new CaptureResource(changes, acme.clock, tenants, settings, rights, acme.library));
    }

    /** A request of somebody; its path from the API's on. */
    HttpRequest.Builder as(LearnerSession session, String path) {
        return server.request("/api/v1/" + path)
                .header("Authorization", "Bearer " + tokens.get(session).value())
                .header("Tus-Resumable", "1.0.0");
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        return server.send(request);
    }

    /** Without any token. */
    HttpRequest.Builder asNobody(String path) {
        return server.request("/api/v1/" + path).header("Tus-Resumable", "1.0.0");
    }

    HttpResponse<String> create(LearnerSession session, long length, String metadata) {
        return send(as(session, "uploads")
                .header("Upload-Length", Long.toString(length))
                .header("Upload-Metadata", metadata)
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** The path of a new upload of the teacher's. */
    String begun(long length) {
        return begun(length, "title " + base64("Cells"));
    }

    String begun(long length, String metadata) {
        HttpResponse<String> created = create(TEACHER, length, metadata);
        if (created.statusCode() != 201) {
            throw new IllegalStateException(created.statusCode() + " " + created.body());
        }
        return created.headers().firstValue("Location").orElseThrow().replaceFirst(".*/api/v1/", "");
    }

    HttpResponse<String> patch(String upload, long offset, byte[] bytes) {
        return patch(TEACHER, upload, offset, bytes);
    }

    HttpResponse<String> patch(LearnerSession session, String upload, long offset, byte[] bytes) {
        return send(as(session, upload)
                .header("Content-Type", "application/offset+octet-stream")
                .header("Upload-Offset", Long.toString(offset))
                .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(bytes)));
    }

    HttpResponse<String> head(String upload) {
        return send(as(TEACHER, upload).method("HEAD", HttpRequest.BodyPublishers.noBody()));
    }

    long offset(String upload) {
        return Long.parseLong(head(upload).headers().firstValue("Upload-Offset").orElseThrow());
    }

    JsonObject get(String path) {
        try (JsonReader reader =
                Json.createReader(new StringReader(send(as(TEACHER, path).GET()).body()))) {
            return reader.readObject();
        }
    }

    /** The video that an answer names. */
    Video video(HttpResponse<String> answer) {
        String media = answer.headers().firstValue("Lectern-Media").orElseThrow();
        return acme.library.find(acme.tenant, media).orElseThrow();
    }

    void pass(Duration time) {
        acme.clock.pass(time);
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A real video of some 700 kB. */
    static byte[] film() {
        try {
            return Files.readAllBytes(Path.of("..", "playground", "clips", "intro.mp4"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, made longer by bytes that players skip. */
    static byte[] longFilm(int size) {
        return Arrays.copyOf(film(), size);
    }

    static byte[] part(byte[] bytes, long from, long to) {
        return Arrays.copyOfRange(bytes, (int) from, (int) to);
    }

    @Override
    public void close() {
        server.close();
    }
}

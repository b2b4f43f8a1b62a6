package org.lectern.gateway.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lectern.gateway.session.PracticeServer;

class DiskGuardTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T02:00:00Z"), ZoneOffset.UTC);

    private long free = 10L << 30;
    private boolean broken;
    private final DiskGuard guard = new DiskGuard(DiskSettings.DEFAULTS, this::measure, CLOCK, Optional.empty());

    private long measure() throws IOException {
        if (broken) {
            throw new IOException("stale file handle");
        }
        return free;
    }

    @Test
    void acceptsWhileThereIsRoom() {
        guard.look();
        assertThat(guard.accepting()).isTrue();
        free = 201L << 20;
        guard.look();
        assertThat(guard.accepting()).isTrue();
    }

    @Test
    void stopsAcceptingBelowTheLimitAndGoesOnAboveIt() {
        free = (200L << 20) - 1;
        guard.look();
        assertThat(guard.accepting()).isFalse();
        free = 200L << 20;
        guard.look();
        assertThat(guard.accepting()).isTrue();
    }

    @Test
    void keepsItsLastAnswerWhenTheFileSystemGivesNone() {
        free = 1;
        guard.look();
        broken = true;
        free = 10L << 30;
        guard.look();
        assertThat(guard.accepting()).isFalse();
    }

    @Test
    void saysNothingOfADatabaseElsewhere() {
        DiskGuard elsewhere = new DiskGuard(DiskSettings.DEFAULTS, null, CLOCK, Optional.empty());
        elsewhere.begin(new Object());
        assertThat(elsewhere.accepting()).isTrue();
    }

    @Test
    void looksBeforeTheFirstFactIsAccepted() {
        free = 1;
        guard.begin(new Object());
        assertThat(guard.accepting()).isFalse();
        guard.end();
    }

    @Test
    void asksToComeAgainInsteadOfAcceptingWhatHasNoRoom() {
        try (PracticeServer server = new PracticeServer(new RoomFilter(guard), new Counter())) {
            assertThat(server.post("/counter", "n=1").statusCode()).isEqualTo(204);
            free = 1;
            guard.look();
            HttpResponse<String> answer = server.post("/counter", "n=1");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("disk.full");
            assertThat(answer.headers().firstValue("Retry-After")).contains("30");
            assertThat(server.get("/counter").body()).isEqualTo("1");
        }
    }

    /** Counts what it accepts. */
    @Path("/counter")
    @Singleton
    public static class Counter {
        private int accepted;

        @POST
        @NeedsRoom
        public void accept(String body) {
            accepted++;
        }

        @GET
        public String accepted() {
            return Integer.toString(accepted);
        }
    }

    @Test
    void refusesALimitAboveTheWarning() {
        assertThatThrownBy(() -> new DiskSettings(1, 2)).hasMessageContaining("lectern.disk.stop-free");
    }
}

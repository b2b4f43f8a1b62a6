package org.lectern.gateway.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lectern.gateway.session.GivenSession;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.LearnerSession.Role;

/**
 * How long pages of a large library take; judges nothing, so no build runs it. By hand:
 * {@code ./mvnw -pl gateway-war -am test -Dtest=ShelvesMeasurement -Dsurefire.failIfNoSpecifiedTests=false}. What it found is in
 * docs/decisions/0024.
 */
class ShelvesMeasurement {

    private static final int VIDEOS = 100_000;
    private static final int RUNS = 25;

    /** Titles of four words out of 5,000, descriptions of forty; every third in the course's gallery, all in the institution's. */
    private static final String VIDEOS_SQL = """
            insert into video (tenant, id, title, description, state, owner, language, source, created, search)
            select 'acme', 'video' || n, 'Word' || n % 5000 || ' lecture ' || n, '', 'published', 'owner' || n % 300, 'en',
                '{"kind":"address","url":"https://cdn.example.net/a.mp4"}', timestamptz '2026-01-01' + n * interval '1 second',
                array_to_tsvector(array(select 'acme/' || word from (
                    select 'lecture' as word union select 'word' || n % 5000 union select 'n' || n
                    union select 'text' || (n * 7919 + k * 104729) % 20000 from generate_series(1, 40) k) words))
            from generate_series(1, :videos) n
            """;

    private static final String PLACES_SQL = """
            insert into channel_video (tenant, channel, video, position, created, listed)
            select 'acme', :channel, id, -row_number() over (order by created), created, true from video
            where tenant = 'acme' and (:every = 1 or hashtext(id) % :every = 0)
            """;

    private final PracticeLibrary acme = new PracticeLibrary();

    @Test
    void measures() {
        LearnerSession sam = GivenSession.ofSam();
        LearnerSession owner = GivenSession.of("owner7", Role.INSTRUCTOR, "course-1");
        List<Channel> galleries = acme.channels.of(acme.tenant, sam);
        acme.jdbi.useHandle(handle -> {
            handle.createUpdate(VIDEOS_SQL).bind("videos", VIDEOS).execute();
            for (int i = 0; i < galleries.size(); i++) {
                handle.createUpdate(PLACES_SQL)
                        .bind("channel", galleries.get(i).id())
                        .bind("every", i == 0 ? 3 : 1)
                        .execute();
            }
            handle.execute("vacuum analyze video");
            handle.execute("vacuum analyze channel_video");
        });
        String institution = Long.toString(galleries.get(1).id());
        measure("first page", sam, "found", null, "", 0);
        measure("page 2,000 of everything", sam, "found", null, "", 2_000);
        measure("first page of the institution's gallery", sam, "found", institution, "", 0);
        measure("page 2,000 of the institution's gallery", sam, "found", institution, "", 2_000);
        measure("own videos", owner, "mine", null, "", 0);
        measure("own videos, searched", owner, "mine", null, "lecture", 0);
        measure("to choose from", owner, "choosable", null, "", 0);
        measure("search, one in 5,000", sam, "found", null, "word42", 0);
        measure("search, one in 100,000", sam, "found", null, "n4242", 0);
        measure("search, all of them", sam, "found", null, "lecture", 0);
        measure("search, one letter, all of them", sam, "found", null, "l", 0);
        measure("search, one letter, every text", sam, "found", null, "t", 0);
        measure("search, two words", sam, "found", null, "text77 lect", 0);
        measure("search, none", sam, "found", null, "nowhere", 0);
        measure("search, page 200 of all", sam, "found", null, "lecture", 200);
    }

    private void measure(String what, LearnerSession session, String among, String channel, String typed, int pages) {
        Optional<String> after = Optional.empty();
        for (int page = 0; page < pages; page++) {
            after = acme.shelves
                    .sheet(acme.tenant, session, Wish.read(among, channel, typed, after.orElse(null), "24"))
                    .next();
        }
        Wish wish = Wish.read(among, channel, typed, after.orElse(null), "24");
        List<Double> millis = new ArrayList<>();
        int found = 0;
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            found = acme.shelves.sheet(acme.tenant, session, wish).videos().size();
            millis.add((System.nanoTime() - start) / 1e6);
        }
        double[] sorted =
                millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%-45s %3d videos, median %7.1f ms, longest %7.1f ms%n",
                what,
                found,
                sorted[sorted.length / 2],
                sorted[sorted.length - 1]);
    }
}

package org.lectern.gateway.library;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.lectern.config.secret.MasterKey;
import org.lectern.config.tenant.ActorPolicy;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.database.TestDatabase;
import org.lectern.gateway.session.GivenTenants;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.lti.practice.HandWoundClock;

/** Acme's library in a database of its own, and another institution beside it. */
public final class PracticeLibrary {

    public final Tenant tenant = GivenTenants.acme(GivenTenants.remote("intro", "Introduction"));
    public final Tenant other = GivenTenants.tenant("umbrella", "deployment-2", ActorPolicy.PSEUDONYM);
    public final HandWoundClock clock = HandWoundClock.started();
    public final Jdbi jdbi;
    public final Rights rights;
    public final InstitutionLibrary library;
    public final Catalogue catalogue;
    public final MediaLinks links;
    public final TextTracks tracks;
    public final Channels channels;
    public final Shelves shelves;

    public PracticeLibrary() {
        this(TestDatabase.jdbi());
    }

    /** In this database. */
    public PracticeLibrary(Jdbi jdbi) {
        SecureRandom random = new SecureRandom();
        this.jdbi = jdbi;
        this.rights = new Rights(jdbi);
        this.links = new MediaLinks(MasterKey.random(random), Duration.ofHours(8), clock);
        this.tracks = new TextTracks(jdbi, clock);
        this.library = new InstitutionLibrary(
                new FileLibrary(new BaseUrl(URI.create("https://tool.example.edu")), links), jdbi, rights, tracks);
        this.catalogue = new Catalogue(library, random, clock);
        this.channels = new Channels(jdbi, random);
        this.shelves = new Shelves(library, channels, jdbi);
    }

    /** A new video at another host; time goes on. */
    public Video add(LearnerSession by, String title) {
        return add(by, title, Optional.empty());
    }

    public Video add(LearnerSession by, String title, Optional<String> language) {
        return add(
                by,
                new NewVideo(
                        title,
                        new Source.Address(URI.create("https://cdn.example.net/a.mp4")),
                        Optional.empty(),
                        Optional.empty(),
                        language));
    }

    public Video add(LearnerSession by, NewVideo fresh) {
        clock.pass(Duration.ofSeconds(1));
        return jdbi.inTransaction(transaction -> catalogue.add(transaction, tenant, by, fresh));
    }

    public Channel channel(LearnerSession by, String title) {
        return jdbi.inTransaction(transaction -> channels.create(transaction, tenant, by, Channel.Reach.COURSE, title));
    }

    public void put(LearnerSession by, Channel channel, Video video, Optional<Video> before) {
        jdbi.useTransaction(transaction -> channels.put(transaction, by, channel, video.id(), before.map(Video::id)));
    }

    public void show(Video video, Video.State state) {
        jdbi.useTransaction(transaction -> catalogue.show(transaction, tenant.id(), video.id(), state));
    }
}

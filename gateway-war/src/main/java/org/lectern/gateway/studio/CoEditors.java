package org.lectern.gateway.studio;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.lectern.adapter.action.CollaboratorAdded;
import org.lectern.adapter.xapi.Actor;
import org.lectern.config.secret.KeyedHash;
import org.lectern.config.secret.MasterKey;
import org.lectern.config.secret.Place;
import org.lectern.config.secret.Sealed;
import org.lectern.config.secret.Vault;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.library.Library;
import org.lectern.gateway.library.Rights;
import org.lectern.gateway.library.Video;
import org.lectern.gateway.page.Reference;
import org.lectern.gateway.problem.Problem;
import org.lectern.gateway.session.ActorJson;
import org.lectern.gateway.studio.Deeds.Deed;

/**
 * Who edits a video beside its owner. Somebody becomes one by entering a code that an editor made and gave them; we neither keep nor look
 * up anybody's name (docs/decisions/0024). Safe for any thread.
 */
@ApplicationScoped
public class CoEditors {

    /** How long a code works. */
    static final Duration INVITED = Duration.ofDays(7);

    private static final int MOST_EDITORS = 50;
    private static final int MOST_INVITATIONS = 20;

    private final Deeds deeds;
    private final Rights rights;
    private final Library library;
    private final MasterKey masterKey;
    private final Vault vault;
    private final SecureRandom random;

    @Inject
    public CoEditors(Deeds deeds, Rights rights, Library library, MasterKey masterKey, SecureRandom random) {
        this.deeds = deeds;
        this.rights = rights;
        this.library = library;
        this.masterKey = masterKey;
        this.vault = new Vault(masterKey, random);
        this.random = random;
    }

    protected CoEditors() { // CDI proxy
        this.deeds = null;
        this.rights = null;
        this.library = null;
        this.masterKey = null;
        this.vault = null;
        this.random = null;
    }

    /** Somebody who edits a video that is not theirs. */
    record CoEditor(String learnerKey, Instant added) {}

    /** A code, shown once. */
    record Invitation(String code, Instant expires) {}

    /** Those of a video, the first first. */
    List<CoEditor> of(Handle handle, TenantId tenant, String media) {
        return handle.createQuery(
                        "select * from video_editor where tenant = :tenant and video = :video order by added, learner_key")
                .bind("tenant", tenant.value())
                .bind("video", media)
                .map((row, context) -> new CoEditor(
                        row.getString("learner_key"),
                        row.getObject("added", OffsetDateTime.class).toInstant()))
                .list();
    }

    /**
     * A code that makes one person co-editor.
     *
     * @throws Problem 409 {@code studio.too_many_invitations}
     */
    Invitation invite(Deed deed, String media) {
        rights.requireEdit(deed.transaction(), deed.tenant().id(), deed.by(), media);
        Instant now = deeds.now();
        deed.transaction()
                .createUpdate("delete from video_invitation where tenant = :tenant and expires <= :now")
                .bind("tenant", tenant(deed))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
        if (count(deed, "video_invitation", media) >= MOST_INVITATIONS) {
            throw new Problem(
                    409,
                    "studio.too_many_invitations",
                    "At most " + MOST_INVITATIONS + " codes of a video wait at once. Use one of them, or wait a week.");
        }
        Invitation fresh = new Invitation(Reference.fresh(random), now.plus(INVITED));
        String hash = hash(deed, fresh.code());
        deed.transaction()
                .createUpdate("insert into video_invitation (tenant, code_hash, video, granted, expires)"
                        + " values (:tenant, :hash, :video, :granted, :expires)")
                .bind("tenant", tenant(deed))
                .bind("hash", hash)
                .bind("video", media)
                .bind(
                        "granted",
                        vault.seal(ActorJson.text(deed.by().actor()), place(deed, hash))
                                .text())
                .bind("expires", fresh.expires().atOffset(ZoneOffset.UTC))
                .execute();
        return fresh;
    }

    /**
     * Makes whoever enters a code co-editor, and uses it up.
     *
     * @return the video
     * @throws Problem 404 {@code studio.code_unknown}, 409 {@code studio.edits_already} or {@code studio.too_many_editors}
     */
    String accept(Deed deed, String typed) {
        rights.requireAdd(deed.by());
        String hash = hash(deed, typed);
        Granted granted = deed.transaction()
                .createQuery("delete from video_invitation where tenant = :tenant and code_hash = :hash"
                        + " and expires > :now returning video, granted")
                .bind("tenant", tenant(deed))
                .bind("hash", hash)
                .bind("now", deeds.now().atOffset(ZoneOffset.UTC))
                .map((row, context) -> new Granted(row.getString("video"), row.getString("granted")))
                .findOne()
                .orElseThrow(CoEditors::unknown);
        Video video = library.find(deed.tenant(), granted.video()).orElseThrow(CoEditors::unknown);
        if (video.owner().filter(deed.by().learnerKey()::equals).isPresent()
                || of(deed.transaction(), deed.tenant().id(), video.id()).stream()
                        .anyMatch(editor -> editor.learnerKey().equals(deed.by().learnerKey()))) {
            throw new Problem(
                    409, "studio.edits_already", "You edit this video already. Give the code to somebody else.");
        }
        if (count(deed, "video_editor", video.id()) >= MOST_EDITORS) {
            throw new Problem(409, "studio.too_many_editors", "A video has at most " + MOST_EDITORS + " co-editors.");
        }
        deed.transaction()
                .createUpdate("insert into video_editor (tenant, video, learner_key, added)"
                        + " values (:tenant, :video, :learner, :now)")
                .bind("tenant", tenant(deed))
                .bind("video", video.id())
                .bind("learner", deed.by().learnerKey())
                .bind("now", deeds.now().atOffset(ZoneOffset.UTC))
                .execute();
        Actor grantedBy = ActorJson.read(vault.open(new Sealed(granted.actor()), place(deed, hash)));
        deed.tell(new CollaboratorAdded(
                deeds.circumstances(deed), deeds.now(), library.entry(deed.tenant(), video), grantedBy));
        return video.id();
    }

    /** Takes somebody's right away; one may give up one's own. */
    void remove(Deed deed, String media, String learnerKey) {
        rights.requireEdit(deed.transaction(), deed.tenant().id(), deed.by(), media);
        deed.transaction()
                .createUpdate("delete from video_editor"
                        + " where tenant = :tenant and video = :video and learner_key = :learner")
                .bind("tenant", tenant(deed))
                .bind("video", media)
                .bind("learner", learnerKey)
                .execute();
    }

    private record Granted(String video, String actor) {}

    private static int count(Deed deed, String table, String media) {
        return deed.transaction()
                .createQuery("select count(*) from " + table + " where tenant = :tenant and video = :video")
                .bind("tenant", tenant(deed))
                .bind("video", media)
                .mapTo(Integer.class)
                .one();
    }

    private String hash(Deed deed, String code) {
        String plain = code.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        return KeyedHash.of(masterKey, deed.tenant().id(), "video invitation").hex(plain);
    }

    private static Place place(Deed deed, String hash) {
        return new Place(tenant(deed), "video_invitation.granted " + hash);
    }

    private static String tenant(Deed deed) {
        return deed.tenant().id().value();
    }

    private static Problem unknown() {
        return new Problem(
                404,
                "studio.code_unknown",
                "This code is not known. It works once and for seven days; ask for a new one.");
    }
}

package org.lectern.gateway.playback;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.lectern.adapter.action.ActionContext;
import org.lectern.adapter.action.Entry;
import org.lectern.config.tenant.ProgressPolicy;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.library.Library;
import org.lectern.gateway.library.Video;
import org.lectern.gateway.session.LearnerSession;

/**
 * Who watches what where, and by which rules of the institution: everything about a playback that is known before the database is
 * asked.
 */
record Scene(
        ActionContext context,
        Entry entry,
        Optional<BigDecimal> declaredLength,
        BigDecimal threshold,
        ProgressPolicy progress) {

    static Scene of(Library library, Tenant tenant, LearnerSession session, Video media) {
        return new Scene(
                org.lectern.gateway.library.Circumstances.of(library, tenant, session),
                library.entry(tenant, media),
                media.duration(),
                tenant.completionThreshold(),
                tenant.progress());
    }

    Circumstances circumstances(UUID playback, UUID registration) {
        return new Circumstances(context, playback, registration, entry, declaredLength, threshold, progress);
    }
}

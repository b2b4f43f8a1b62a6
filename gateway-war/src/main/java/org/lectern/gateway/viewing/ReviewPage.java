package org.lectern.gateway.viewing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.util.Optional;
import org.lectern.config.secret.MasterKey;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.launch.LaunchPage;
import org.lectern.gateway.page.Framing;
import org.lectern.gateway.page.Notice;
import org.lectern.gateway.page.Pages;
import org.lectern.gateway.page.Reference;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.SessionToken;
import org.lectern.lti.launch.Launch;
import org.lectern.lti.launch.MessageType;
import org.lectern.lti.launch.ReviewedUser;

/** What a submission review launch opens: one learner's viewing, or a friendly word (Submission Review 1.0). Safe for any thread. */
@ApplicationScoped
public class ReviewPage implements LaunchPage {

    private final ViewingPages viewing;
    private final Pages pages;
    private final MasterKey masterKey;
    private final SecureRandom random;

    @Inject
    public ReviewPage(ViewingPages viewing, Pages pages, MasterKey masterKey, SecureRandom random) {
        this.viewing = viewing;
        this.pages = pages;
        this.masterKey = masterKey;
        this.random = random;
    }

    protected ReviewPage() { // CDI proxy
        this(null, null, null, null);
    }

    @Override
    public MessageType opens() {
        return MessageType.SUBMISSION_REVIEW;
    }

    @Override
    public Response.ResponseBuilder answer(Tenant tenant, LearnerSession session, SessionToken token, Launch launch) {
        if (Reviewed.learner(launch, session, masterKey).isPresent()) {
            return viewing.review(tenant, session, token, launch.forUser().flatMap(ReviewPage::name));
        }
        String reference = Reference.fresh(random);
        Notice notice = launch.forUser().isEmpty() ? nobody(reference) : notYours(reference);
        return pages.answer(200, notice, Framing.by(tenant, session.platform()));
    }

    private static Optional<String> name(ReviewedUser person) {
        return person.name().or(() -> {
            String both =
                    (person.givenName().orElse("") + " " + person.familyName().orElse("")).strip();
            return both.isEmpty() ? Optional.empty() : Optional.of(both);
        });
    }

    private static Notice nobody(String reference) {
        return new Notice(
                "Whose viewing should be shown?",
                "Your course opened this page without saying which learner it is about.",
                "Nothing was changed.",
                "Open it again from a learner's row in the gradebook.",
                reference);
    }

    private static Notice notYours(String reference) {
        return new Notice(
                "This page is for those who teach",
                "Your course opened the viewing of another person, and you are a learner here.",
                "Nobody's viewing was shown.",
                "Go back to your course. If you teach it, ask whoever looks after the course to check your role.",
                reference);
    }
}

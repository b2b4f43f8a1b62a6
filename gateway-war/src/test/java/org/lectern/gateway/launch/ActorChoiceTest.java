package org.lectern.gateway.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.lti.practice.LaunchBuilder.aLaunch;

import java.net.URI;
import java.security.SecureRandom;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lectern.adapter.action.Site;
import org.lectern.adapter.xapi.Actor;
import org.lectern.adapter.xapi.ActorIdentity;
import org.lectern.config.secret.KeyedHash;
import org.lectern.config.secret.MasterKey;
import org.lectern.config.tenant.ActorPolicy;
import org.lectern.config.tenant.TenantId;
import org.lectern.lti.launch.Launch;
import org.lectern.lti.practice.LaunchBuilder;
import org.lectern.lti.practice.PracticePlatform;
import org.lectern.lti.practice.PracticeTool;
import org.lectern.lti.practice.PracticeUser;
import org.lectern.lti.registration.WebOrigin;

class ActorChoiceTest {

    private static final Site SITE =
            new Site(URI.create("https://video.example.edu/acme"), "Acme", "https://video.example.edu/xapi/ext/");

    private final MasterKey masterKey = MasterKey.random(new SecureRandom());

    @Test
    void showsAPseudonymThatTellsNothingAndDiffersByInstitution() {
        Actor actor = choose(ActorPolicy.PSEUDONYM, aLaunch());
        assertThat(actor.name()).isEmpty();
        ActorIdentity.Account account = (ActorIdentity.Account) actor.identity();
        assertThat(account.homePage()).isEqualTo(SITE.home());
        assertThat(account.name()).matches("[0-9a-f]{64}");
        assertThat(choose(ActorPolicy.PSEUDONYM, aLaunch())).isEqualTo(actor);
        assertThat(choose(ActorPolicy.PSEUDONYM, aLaunch(), "umbrella")).isNotEqualTo(actor);
    }

    @Test
    void showsTheAccountAtThePlatformWithItsName() {
        Actor actor = choose(ActorPolicy.ACCOUNT, aLaunch().with("name", " Sam\u0007Student "));
        assertThat(actor.name()).contains("Sam Student");
        assertThat(actor.identity())
                .isEqualTo(new ActorIdentity.Account(URI.create("https://lms.example.edu"), "student-1"));
    }

    @Test
    void makesAnAddressOfAnIssuerThatIsNone() {
        WebOrigin origin = PracticePlatform.practice().registration().origin();
        assertThat(ActorChoice.home("canvas.example.com", origin)).hasToString("https://canvas.example.com");
        assertThat(ActorChoice.home("our own lms", origin)).hasToString("https://lms.example.edu");
    }

    @Test
    void showsTheMailAddressWithItsDomainInLowerCase() {
        assertThat(choose(ActorPolicy.MBOX, withMail("Sam.S@Example.ORG")).identity())
                .isEqualTo(new ActorIdentity.Mbox("Sam.S@example.org"));
    }

    @Test
    void hashesTheWholeMailtoAddressAndKeepsTheNameBack() {
        Actor actor = choose(ActorPolicy.MBOX_SHA1, withMail("sam@EXAMPLE.org"));
        // printf 'mailto:sam@example.org' | sha1sum
        assertThat(actor.identity()).isEqualTo(new ActorIdentity.MboxSha1("2cd68b664d887cfce89de9aafa4681bd825941dd"));
        assertThat(actor.name()).isEmpty();
    }

    @Test
    void fallsBackToTheAccountWhereThereIsNoUsableMailAddress() {
        for (String mail : new String[] {"", "nobody", "a@b@c", "a b@c.org", "a@<script>"}) {
            assertThat(choose(ActorPolicy.MBOX, withMail(mail)).identity()).isInstanceOf(ActorIdentity.Account.class);
            assertThat(choose(ActorPolicy.MBOX_SHA1, withMail(mail)).identity())
                    .isInstanceOf(ActorIdentity.Account.class);
        }
        assertThat(choose(ActorPolicy.MBOX, aLaunch().without("email")).identity())
                .isInstanceOf(ActorIdentity.Account.class);
    }

    private static LaunchBuilder withMail(String mail) {
        return aLaunch().by(PracticeUser.student().sharing(Map.of("email", mail)));
    }

    private Actor choose(ActorPolicy policy, LaunchBuilder launch) {
        return choose(policy, launch, "acme");
    }

    private Actor choose(ActorPolicy policy, LaunchBuilder launch, String tenant) {
        return ActorChoice.of(policy, launch(launch), SITE, KeyedHash.of(masterKey, new TenantId(tenant), "actor"));
    }

    private static Launch launch(LaunchBuilder launch) {
        return new PracticeTool(PracticePlatform.practice()).launch(launch).launch();
    }
}

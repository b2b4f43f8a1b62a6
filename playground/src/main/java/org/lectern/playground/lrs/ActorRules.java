package org.lectern.playground.lrs;

import java.util.List;
import java.util.Set;

/** Agents and groups (xAPI 1.0.3 Data 2.4.2). */
final class ActorRules {
    private static final List<String> IDENTIFIERS = List.of("mbox", "mbox_sha1sum", "openid", "account");
    private static final Set<String> AGENT = Set.of("objectType", "name", "mbox", "mbox_sha1sum", "openid", "account");
    private static final Set<String> GROUP =
            Set.of("objectType", "name", "member", "mbox", "mbox_sha1sum", "openid", "account");

    private ActorRules() {}

    static void actor(Field actor) {
        if (isGroup(actor)) {
            group(actor);
        } else {
            agent(actor);
        }
    }

    static void agent(Field agent) {
        agent.object(AGENT);
        agent.find("objectType").ifPresent(type -> type.matching("Agent"::equals, "\"Agent\""));
        agent.find("name").ifPresent(Field::text);
        if (identifiers(agent) != 1) {
            throw agent.wrong(
                    "must have exactly one of mbox, mbox_sha1sum, openid, account; it has " + identifiers(agent));
        }
        identifier(agent);
    }

    static void group(Field group) {
        group.object(GROUP);
        group.need("objectType").matching("Group"::equals, "\"Group\"");
        group.find("name").ifPresent(Field::text);
        int identifiers = identifiers(group);
        if (identifiers > 1) {
            throw group.wrong("must have at most one of mbox, mbox_sha1sum, openid, account; it has " + identifiers);
        }
        if (identifiers == 0) {
            group.need("member");
        }
        group.find("member").ifPresent(members -> members.elements().forEach(ActorRules::agent));
        identifier(group);
    }

    static boolean isGroup(Field actor) {
        return actor.find("objectType").map(Field::text).filter("Group"::equals).isPresent();
    }

    private static int identifiers(Field actor) {
        return (int) IDENTIFIERS.stream().filter(actor::has).count();
    }

    private static void identifier(Field actor) {
        actor.find("mbox").ifPresent(mbox -> mbox.matching(Formats::isMail, "a mailto: IRI"));
        actor.find("mbox_sha1sum").ifPresent(sum -> sum.matching(Formats::isSha1, "40 hexadecimal digits"));
        actor.find("openid").ifPresent(openid -> openid.matching(Formats::isIri, "an absolute IRI"));
        actor.find("account").ifPresent(account -> {
            account.object(Set.of("homePage", "name"));
            account.need("homePage").matching(Formats::isIri, "an absolute IRI");
            account.need("name").matching(name -> !name.isBlank(), "a name that is not blank");
        });
    }
}

package org.lectern.adapter.videoprofile;

import java.util.Optional;
import org.lectern.adapter.StatementIds;
import org.lectern.adapter.action.ActionContext;
import org.lectern.adapter.action.CategoryViewed;
import org.lectern.adapter.action.LearnerAction;
import org.lectern.adapter.action.LoggedIn;
import org.lectern.adapter.xapi.Activity;
import org.lectern.adapter.xapi.Result;
import org.lectern.adapter.xapi.Statement;
import org.lectern.adapter.xapi.StatementContext;
import org.lectern.adapter.xapi.Verb;

/** Says what happens outside any video. None of it belongs to the profile, so none of it claims to. */
record PortalStatements(StatementIds ids) {

    private static final Verb LOGGED_IN = Verb.of("https://w3id.org/xapi/adl/verbs/logged-in", "logged in");
    private static final Verb VIEWED = Verb.of("http://id.tincanapi.com/verb/viewed", "viewed");

    Statement loggedIn(LoggedIn action) {
        return say(action, LOGGED_IN, Portal.site(action.context().site()), "login");
    }

    Statement categoryViewed(CategoryViewed action) {
        return say(action, VIEWED, Portal.category(action.category()), "categoryView");
    }

    private Statement say(LearnerAction action, Verb verb, Activity object, String event) {
        ActionContext where = action.context();
        StatementContext context = Portal.context(where, Optional.empty(), Portal.event(where, event));
        return new Statement(ids.next(), where.actor(), verb, object, Result.NONE, context, action.at());
    }
}

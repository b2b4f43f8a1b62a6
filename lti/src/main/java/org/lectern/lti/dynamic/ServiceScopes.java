package org.lectern.lti.dynamic;

import java.util.List;

/** The scopes that grades and rosters need, and no other (AGS 2.0 §4, NRPS 2.0 §3). */
public final class ServiceScopes {
    public static final String LINE_ITEM = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem";
    public static final String RESULT = "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly";
    public static final String SCORE = "https://purl.imsglobal.org/spec/lti-ags/scope/score";
    public static final String ROSTER = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";

    /** All of them, in the order in which they are asked for. */
    public static final List<String> ALL = List.of(LINE_ITEM, RESULT, SCORE, ROSTER);

    private ServiceScopes() {}
}

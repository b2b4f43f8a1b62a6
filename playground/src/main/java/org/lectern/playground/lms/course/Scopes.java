package org.lectern.playground.lms.course;

import java.util.List;

/** The scopes of the services (AGS 2.0 §4, NRPS 2.0 §3). */
public final class Scopes {
    public static final String LINE_ITEM = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem";
    public static final String LINE_ITEM_READONLY = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly";
    public static final String RESULT_READONLY = "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly";
    public static final String SCORE = "https://purl.imsglobal.org/spec/lti-ags/scope/score";
    public static final String MEMBERSHIP = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";

    /** What a tool may do with the gradebook. */
    public static final List<String> GRADES = List.of(LINE_ITEM, LINE_ITEM_READONLY, RESULT_READONLY, SCORE);

    public static final List<String> ALL = List.of(LINE_ITEM, LINE_ITEM_READONLY, RESULT_READONLY, SCORE, MEMBERSHIP);

    private Scopes() {}
}

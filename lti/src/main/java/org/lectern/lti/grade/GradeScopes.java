package org.lectern.lti.grade;

/** The scopes of Assignment and Grade Services (AGS 2.0 §3.1). */
public final class GradeScopes {
    /** Make, change, delete and read line items. */
    public static final String LINE_ITEM = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem";
    /** Read line items. */
    public static final String LINE_ITEM_READ = LINE_ITEM + ".readonly";
    /** Read results. */
    public static final String RESULT_READ = "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly";
    /** Send scores. */
    public static final String SCORE = "https://purl.imsglobal.org/spec/lti-ags/scope/score";

    private GradeScopes() {}
}

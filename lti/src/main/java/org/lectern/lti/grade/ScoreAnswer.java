package org.lectern.lti.grade;

/** What a platform made of a score. Every other answer is a {@link org.lectern.lti.access.ServiceFailed}. */
public enum ScoreAnswer {
    /** It counts. */
    TAKEN,
    /** 409: this one or a later one is already there. Not an error; sending again cannot help. */
    ALREADY_THERE,
    /** 400 or 422: this person gets no grades here: a test student, a teacher, someone who has left. Final. */
    NOT_GRADABLE,
    /** 404 or 410: the line item no longer exists. */
    LINE_ITEM_GONE
}

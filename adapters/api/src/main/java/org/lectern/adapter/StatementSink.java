package org.lectern.adapter;

import org.lectern.adapter.action.LearnerAction;
import org.lectern.adapter.xapi.Statement;

/**
 * Takes the statements, or the events of another standard, that an adapter makes of an action. What is put here is kept in the same database
 * transaction as the facts it comes from, in every destination of the tenant that speaks the vocabulary being
 * told. Inject it into the adapter bean; call it only inside the observer method, on the observer's thread.
 */
public interface StatementSink {

    /**
     * Puts one statement. Its id and bytes are fixed here and never rebuilt.
     *
     * @param cause the action that the observer was given
     * @param statement what the vocabulary says about it
     * @throws IllegalStateException when called outside an observer method of a learner action
     */
    void put(LearnerAction cause, Statement statement);

    /**
     * Puts one event of another standard, by an adapter that names it ({@link Standard}).
     *
     * @param cause the action that the observer was given
     * @param event what the vocabulary says about it
     * @throws IllegalStateException when called outside an observer method of a learner action
     */
    void put(LearnerAction cause, JsonEvent event);
}

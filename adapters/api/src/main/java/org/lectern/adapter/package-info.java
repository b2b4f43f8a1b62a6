/**
 * What an adapter needs to take part: the {@link org.lectern.adapter.Vocabulary} qualifier under which
 * it observes learner actions, and the {@link org.lectern.adapter.StatementSink} it puts statements into.
 * A third party's adapter depends on this module and on nothing else of Lectern.
 */
package org.lectern.adapter;

/**
 * What an adapter needs to take part: the {@link org.lectern.adapter.Vocabulary} qualifier under which
 * it observes learner actions, the {@link org.lectern.adapter.StatementSink} it puts statements into, and
 * {@link org.lectern.adapter.StatementIds} to name them. Who writes in another standard than xAPI says so by
 * {@link org.lectern.adapter.Standard} and puts {@link org.lectern.adapter.JsonEvent}s.
 * A third party's adapter depends on this module and on nothing else of Lectern.
 */
package org.lectern.adapter;

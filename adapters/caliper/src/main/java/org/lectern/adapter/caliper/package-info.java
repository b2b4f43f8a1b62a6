/**
 * 1EdTech Caliper Analytics 1.2. In come learner actions fired for the vocabulary {@code caliper}; out go events, frozen, into the
 * {@link org.lectern.adapter.StatementSink}. Each is complete in itself and keeps the rules of its profile: Media, Session, Reading,
 * Feedback, Resource Management, Tool Use, and General for what no profile has a word for. The envelope around them is made by who sends
 * them. Stateless.
 */
package org.lectern.adapter.caliper;

/**
 * Kaltura's vocabulary. In come learner actions fired for the vocabulary {@code kaltura}; out go statements into the
 * {@link org.lectern.adapter.StatementSink}. Only {@code watched} is published by Kaltura and is told exactly so; every other
 * statement is our proposal and says so by the site's {@code event} extension, so that it can be mapped anew.
 */
package org.lectern.adapter.kaltura;

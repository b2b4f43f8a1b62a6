/**
 * The xAPI Video Profile, version 1.0.3. In come learner actions fired for the vocabulary {@code video-profile}; out go
 * statements into the {@link org.lectern.adapter.StatementSink}. Every statement with a profile verb passes a template of
 * the profile; the others say nothing of the profile.
 */
package org.lectern.adapter.videoprofile;

/**
 * The closed list of reasons why a login or a launch is refused. Every room of this library refuses by throwing
 * {@link org.lectern.lti.refusal.LaunchRejected}; its {@link org.lectern.lti.refusal.LaunchRefusal} has a stable code for
 * logs, a sentence for people and a remedy. Promise: no refusal carries token text, names or mail addresses. The room
 * imports nothing, so that {@code login} and {@code launch} can both refuse without knowing each other.
 */
package org.lectern.lti.refusal;

/**
 * From an untrusted POST to a trusted {@link org.lectern.lti.launch.Launch}. Enter through
 * {@link org.lectern.lti.launch.LaunchVerifier}; nobody else ever sees an id token. What does not pass every check is
 * refused with one name from the closed list. Promise: verifying changes nothing; the host consumes the login's row
 * in the transaction that opens its session.
 */
package org.lectern.lti.launch;

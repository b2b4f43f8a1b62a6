/**
 * From a platform's untrusted POST to a session in the browser. The {@code lti} library decides whether a launch is trusted; this room
 * translates: registrations from tenants, logins and keys into rows, a {@code Launch} into a session, refusals into one recovery
 * page and one row of the launch log. Where no cookie comes back it asks the platform's storage, then for a window. Consuming the login, opening the session and telling of it are one transaction.
 */
package org.lectern.gateway.launch;

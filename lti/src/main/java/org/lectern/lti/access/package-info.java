/**
 * Calls to a platform's services, authorised by client credentials (Security Framework 1.0 §4). A {@link
 * org.lectern.lti.access.ServiceRequest} for one registration goes in through {@link
 * org.lectern.lti.access.PlatformServices}, an answer comes out or a {@link org.lectern.lti.access.ServiceFailed} that says in
 * words what is wrong and what helps. The host brings the HTTP client. Promise: one token request at a time per
 * registration and scopes, and neither tokens nor assertions in any message.
 */
package org.lectern.lti.access;

/**
 * What a trusted launch opened: who is here, for which course and which link, and until when. The page proves it with a bearer
 * token; no cookie. Enter through {@link org.lectern.gateway.session.Sessions}.
 */
package org.lectern.gateway.session;

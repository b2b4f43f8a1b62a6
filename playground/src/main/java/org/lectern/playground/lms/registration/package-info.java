/**
 * How a tool registers itself (LTI Dynamic Registration 1.0). Out go the OpenID configuration and an invitation with a
 * single-use token, in comes the tool's metadata; a sound one becomes a tool of the institution. The front door is
 * {@link org.lectern.playground.lms.registration.DynamicRegistration}. What is refused is told fault by fault.
 */
package org.lectern.playground.lms.registration;

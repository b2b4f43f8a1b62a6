/**
 * Registers this tool with a platform by itself (LTI Dynamic Registration 1.0). In come the address of a platform's OpenID
 * configuration and a registration token, both untrusted; out goes what the platform registered, or a {@link
 * org.lectern.lti.dynamic.RegistrationRefused} of a closed list with a remedy. Front door: {@link
 * org.lectern.lti.dynamic.DynamicRegistration}. Promise: the token goes nowhere but to the platform that gave it, and no
 * more is asked for than is used.
 */
package org.lectern.lti.dynamic;

/**
 * Which platforms a tool trusts. The host hands its {@link org.lectern.lti.registration.Registrations} in; logins and
 * launches ask {@link org.lectern.lti.registration.RegistrationLookup} and get one platform or a named refusal. Promise:
 * nothing is guessed; a tenant is found by issuer, client id and deployment id together, and the deployment id
 * counts only after the token that names it was verified.
 */
package org.lectern.lti.registration;

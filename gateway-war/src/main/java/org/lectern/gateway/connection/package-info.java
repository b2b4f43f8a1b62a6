/**
 * Which platforms belong to which institution. In come declared platforms; out go the library's registrations, found by issuer, client
 * id and deployment id, or by a session's institution and platform. Front door: {@link
 * org.lectern.gateway.connection.TenantRegistrations}. Promise: nothing is guessed.
 */
package org.lectern.gateway.connection;

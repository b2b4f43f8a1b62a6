/**
 * Which platforms belong to which institution, and how they come to. In come declared platforms and invitations by which
 * administrators register more, by a platform's dynamic registration or by hand; out go the library's registrations, found by
 * issuer, client id and deployment id, or by a session's institution and platform, and {@code Tenants} for every room. Front doors:
 * {@link org.lectern.gateway.connection.TenantRegistrations}, {@link org.lectern.gateway.connection.RegisterResource}. Promise: nothing
 * is guessed, and no institution gets what is another's.
 */
package org.lectern.gateway.connection;

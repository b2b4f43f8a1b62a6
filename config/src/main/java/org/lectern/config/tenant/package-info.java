/**
 * Institutions and what is theirs: platforms, media, privacy and progress settings. In comes configuration, out go values
 * that cannot be wrong. Enter through {@link org.lectern.config.tenant.Tenants}.
 */
package org.lectern.config.tenant;

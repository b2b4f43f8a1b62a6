/**
 * Institutions and what is theirs: platforms, media, privacy and progress settings. In comes configuration, out go values
 * that cannot be wrong. Enter through {@link org.lectern.config.tenant.Tenants}; those declared by file and environment come
 * from {@link org.lectern.config.tenant.TenantsReader}.
 */
package org.lectern.config.tenant;

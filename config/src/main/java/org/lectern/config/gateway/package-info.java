/**
 * What concerns the deployment as a whole: its address, database, data folder and master key. In comes configuration, out go
 * settings and warnings. Enter through {@link org.lectern.config.gateway.Configuration}, which reads everything at once.
 */
package org.lectern.config.gateway;

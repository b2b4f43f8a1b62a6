/**
 * Starts, kills and observes a gateway process: in goes a number of institutions, out come its address, processor time,
 * memory and database. Enter through {@link org.lectern.bench.gateway.GatewayProcess}. Ends what it started, the database included.
 */
package org.lectern.bench.gateway;

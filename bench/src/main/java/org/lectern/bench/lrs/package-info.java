/**
 * Stands in for the institutions' record stores, strict or moody: in come the gateway's requests, out come answers and an exact
 * memory of what was stored first under each id. Enter through {@link org.lectern.bench.lrs.StandInLrs}.
 */
package org.lectern.bench.lrs;

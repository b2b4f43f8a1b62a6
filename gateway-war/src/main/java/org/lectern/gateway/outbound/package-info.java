/**
 * The one way out: every request to an LRS, a key set, a token endpoint or a registration leaves through
 * {@link org.lectern.gateway.outbound.OutboundHttp}. In comes an address that a tenant chose, out comes an answer or a named
 * {@link org.lectern.gateway.outbound.Unreachable}, always within the time given. It never reaches our own network.
 */
package org.lectern.gateway.outbound;

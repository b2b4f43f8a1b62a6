/**
 * Speaks Caliper 1.2 to institutions' endpoints. In come stored events, whose bytes are sent as they are, joined into one envelope for each
 * request; out comes what the endpoint's answer means. {@link org.lectern.gateway.caliper.CaliperLanes} is what delivery finds; which
 * adapter wrote the events is nobody's business here. What an endpoint says about itself is asked at most once an hour.
 */
package org.lectern.gateway.caliper;

/**
 * Practice Caliper endpoints. In come envelopes, out go the answers that Caliper 1.2 demands, and a page on which people read the events
 * as they come. The front door is {@link PracticeEndpoints}.
 */
package org.lectern.playground.caliper;

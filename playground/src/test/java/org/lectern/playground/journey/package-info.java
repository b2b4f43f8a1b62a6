/**
 * The whole product as people meet it: {@code ./lectern up} in a process of its own, a browser on the practice LMS, and the
 * practice LRS at the far end. In come clicks and keys; out go statements, judged by the adapters' own judges. Enter through
 * {@link org.lectern.playground.journey.Journey}, which starts everything once for all tests and stops it again.
 */
package org.lectern.playground.journey;

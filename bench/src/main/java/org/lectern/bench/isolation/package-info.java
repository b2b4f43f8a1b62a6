/**
 * Measures whether three institutions' failing record stores delay the other seven. Enter through
 * {@link org.lectern.bench.isolation.Isolation}; out comes the ratio of 99th percentiles.
 */
package org.lectern.bench.isolation;

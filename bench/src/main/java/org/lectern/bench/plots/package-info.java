/** How long an instructor waits for the numbers of a video that very many people have watched. Enter through {@link ManyViewers}. */
package org.lectern.bench.plots;

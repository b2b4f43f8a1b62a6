package org.lectern.bench.lrs;

import java.io.IOException;

/** How a record store answers a POST of statements. Called by several threads. */
@FunctionalInterface
public interface Mood {

    void answer(Post post) throws IOException, InterruptedException;
}

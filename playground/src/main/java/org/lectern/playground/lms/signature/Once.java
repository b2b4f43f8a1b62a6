package org.lectern.playground.lms.signature;

import java.util.LinkedHashSet;
import java.util.Set;

/** Words that may come once: nonces and token ids. Forgets the oldest of many. Safe for many threads. */
public final class Once {
    private static final int MOST = 100_000;
    private final Set<String> seen = new LinkedHashSet<>();

    /** False when the owner used this word before. */
    public synchronized boolean take(String owner, String word) {
        boolean fresh = seen.add(owner + "\n" + word);
        if (seen.size() > MOST) {
            seen.remove(seen.iterator().next());
        }
        return fresh;
    }
}

package org.lectern.playground.lms.check;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with one message, each fault a sentence. For one thread. */
public final class Faults {
    private final List<String> found = new ArrayList<>();

    public void add(String fault) {
        found.add(fault);
    }

    public boolean none() {
        return found.isEmpty();
    }

    public List<String> list() {
        return List.copyOf(found);
    }
}

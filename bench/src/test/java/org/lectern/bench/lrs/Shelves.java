package org.lectern.bench.lrs;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Makes shelves for tests of other rooms. */
public final class Shelves {

    private Shelves() {}

    /** One that got these statements, one by one. */
    public static Shelf holding(List<String> statements) {
        Shelf shelf = new Shelf();
        statements.forEach(
                one -> shelf.store(Cut.all(one.getBytes(StandardCharsets.UTF_8)).orElseThrow()));
        return shelf;
    }
}

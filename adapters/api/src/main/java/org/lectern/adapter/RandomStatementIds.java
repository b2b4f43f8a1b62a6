package org.lectern.adapter;

import jakarta.enterprise.context.Dependent;
import java.util.UUID;

/** Ids by chance; what adapters get outside tests. */
@Dependent
public class RandomStatementIds implements StatementIds {

    @Override
    public UUID next() {
        return UUID.randomUUID();
    }
}

package org.lectern.lti.launch;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Where this launch's grades go (AGS 2.0 §3.1). Without {@code lineItem} the link is not graded; URLs may have a query. */
public record GradeService(Optional<URI> lineItems, Optional<URI> lineItem, Set<String> scopes) {

    public GradeService {
        scopes = Set.copyOf(scopes);
    }
}

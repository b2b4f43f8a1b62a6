package org.lectern.lti.launch;

import java.net.URI;
import java.util.List;

/** Where the course's members can be read (NRPS 2.0 §2.1). */
public record RosterService(URI contextMembershipsUrl, List<String> versions) {

    public RosterService {
        versions = List.copyOf(versions);
    }
}

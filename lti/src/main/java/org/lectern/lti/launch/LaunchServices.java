package org.lectern.lti.launch;

import java.util.Optional;

/** The services the platform grants this launch. */
public record LaunchServices(Optional<GradeService> grades, Optional<RosterService> roster) {}

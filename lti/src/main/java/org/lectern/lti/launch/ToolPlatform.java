package org.lectern.lti.launch;

import java.util.Optional;

/** What the platform says about itself (LTI 1.3 core §5.4.2). */
public record ToolPlatform(
        Optional<String> productFamilyCode, Optional<String> guid, Optional<String> name, Optional<String> version) {}

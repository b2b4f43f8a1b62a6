package org.lectern.gateway.picker;

import java.time.Instant;
import java.util.Optional;
import org.lectern.lti.deeplink.DeepLinkingSettings;

/**
 * A platform's wish that somebody chooses content.
 *
 * @param deploymentId the deployment that asked
 * @param settings what the platform takes, and where; gone once it was answered
 * @param expires until when it may be answered
 */
record DeepLinkRequest(String deploymentId, Optional<DeepLinkingSettings> settings, Instant expires) {}

package org.lectern.playground.institution;

import java.util.List;

/** One tool registration of one tenant at a practice platform; deployment ids and media keep the file's order. */
public record Registration(
        String tenant, String tenantName, String clientId, List<String> deploymentIds, List<Medium> media) {
    public Registration {
        if (deploymentIds.isEmpty()) {
            throw new SettingsException("tenant " + tenant + " has a practice platform without deployment-ids", null);
        }
        deploymentIds = List.copyOf(deploymentIds);
        media = List.copyOf(media);
    }
}

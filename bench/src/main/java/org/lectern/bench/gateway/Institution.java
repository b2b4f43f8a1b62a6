package org.lectern.bench.gateway;

import java.net.URI;

/**
 * A tenant of the measured gateway.
 *
 * @param id its name in the configuration
 * @param platform issuer of its platform, whose key set is at {@code <issuer>/jwks}
 * @param lrs endpoint of its record store
 */
public record Institution(String id, String platform, URI lrs) {

    public static final String CLIENT_ID = "bench-client";
    public static final String DEPLOYMENT_ID = "1";
    public static final String MEDIA = "lecture";
    /** Longest positions facts may have: room for a unique position per fact. */
    public static final int LENGTH_SECONDS = 9_999_999;

    /** Key of its record store. */
    public String lrsKey() {
        return "key-" + id;
    }

    /** Secret of its record store. */
    public String lrsSecret() {
        return "secret-" + id;
    }

    String properties() {
        return """
                lectern.tenant.%1$s.name=Institution %1$s
                lectern.tenant.%1$s.vocabularies=video-profile
                lectern.tenant.%1$s.lrs.endpoint=%2$s
                lectern.tenant.%1$s.lrs.key=%3$s
                lectern.tenant.%1$s.lrs.secret=%4$s
                lectern.tenant.%1$s.platforms=lms
                lectern.tenant.%1$s.platform.lms.issuer=%5$s
                lectern.tenant.%1$s.platform.lms.client-id=%6$s
                lectern.tenant.%1$s.platform.lms.deployment-ids=%7$s
                lectern.tenant.%1$s.platform.lms.authorization-url=%5$s/auth
                lectern.tenant.%1$s.platform.lms.token-url=%5$s/token
                lectern.tenant.%1$s.platform.lms.jwks-url=%5$s/jwks
                lectern.tenant.%1$s.media=%8$s
                lectern.tenant.%1$s.media.%8$s.title=Lecture
                lectern.tenant.%1$s.media.%8$s.url=%5$s/lecture.mp4
                """.formatted(id, lrs, lrsKey(), lrsSecret(), platform, CLIENT_ID, DEPLOYMENT_ID, MEDIA);
    }
}

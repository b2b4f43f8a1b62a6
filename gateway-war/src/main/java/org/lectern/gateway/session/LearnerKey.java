package org.lectern.gateway.session;

import org.lectern.config.secret.KeyedHash;
import org.lectern.config.secret.MasterKey;
import org.lectern.config.tenant.TenantId;

/** Makes learner keys: what we call a person within a tenant, instead of what the platform calls them. Never changes. */
public final class LearnerKey {

    private final KeyedHash hash;
    private final String issuer;

    private LearnerKey(KeyedHash hash, String issuer) {
        this.hash = hash;
        this.issuer = issuer;
    }

    /** For people of one platform; platforms of one issuer know the same people. */
    public static LearnerKey at(MasterKey masterKey, TenantId tenant, String issuer) {
        return new LearnerKey(KeyedHash.of(masterKey, tenant, "learner"), issuer);
    }

    /** @param subject the person's id at the platform, as launches and rosters say it */
    public String of(String subject) {
        return hash.hex(issuer, subject);
    }
}

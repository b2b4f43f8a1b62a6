package org.lectern.gateway.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.util.List;
import org.lectern.lti.access.ServiceAnswer;
import org.lectern.lti.access.ServiceHttp;
import org.lectern.lti.access.ServiceRequest;
import org.lectern.lti.access.ServiceUnreachable;

/** Calls platforms' tokens and services through the guarded client, with the request's own limits. Safe for any thread. */
@ApplicationScoped
public class GuardedServices implements ServiceHttp {

    private final OutboundHttp http;

    @Inject
    public GuardedServices(OutboundHttp http) {
        this.http = http;
    }

    protected GuardedServices() { // CDI proxy
        this(null);
    }

    @Override
    public ServiceAnswer send(ServiceRequest request) {
        byte[] body = request.body();
        try {
            Answer answer = http.send(
                    request.method().name(),
                    request.address(),
                    request.headers(),
                    body.length == 0 ? List.of() : List.of(ByteBuffer.wrap(body)),
                    request.limit(),
                    request.within());
            return new ServiceAnswer(answer.status(), answer.headers(), answer.body());
        } catch (Unreachable e) {
            throw new ServiceUnreachable(e.getMessage(), e);
        }
    }
}

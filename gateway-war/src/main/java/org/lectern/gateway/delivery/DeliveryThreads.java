package org.lectern.gateway.delivery;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ThreadFactory;

/** The server's threads for delivery: those know the application, which interceptors and MicroProfile Config need. */
@ApplicationScoped
public class DeliveryThreads {

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory factory;

    public ThreadFactory factory() {
        return factory;
    }
}

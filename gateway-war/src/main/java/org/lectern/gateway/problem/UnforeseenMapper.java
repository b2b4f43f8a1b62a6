package org.lectern.gateway.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.UUID;

/** What nobody foresaw: logged with its cause under a number, answered with that number and nothing else. */
@Provider
public class UnforeseenMapper implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(UnforeseenMapper.class.getName());

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof WebApplicationException web) {
            int status = web.getResponse().getStatus();
            return status < 400
                    ? web.getResponse()
                    : ProblemJson.answer(new Problem(
                            status,
                            "http." + status,
                            web.getResponse().getStatusInfo().getReasonPhrase()));
        }
        String number = UUID.randomUUID().toString();
        LOG.log(System.Logger.Level.ERROR, "unforeseen failure number=" + number, thrown);
        return ProblemJson.answer(new Problem(
                        503, "unforeseen", "Something unforeseen happened; nothing was accepted. Quote " + number + ".")
                .retryAfter(Duration.ofSeconds(5)));
    }
}

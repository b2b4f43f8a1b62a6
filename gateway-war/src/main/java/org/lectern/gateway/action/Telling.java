package org.lectern.gateway.action;

import java.time.Instant;
import java.util.UUID;
import org.lectern.adapter.JsonEvent;
import org.lectern.adapter.xapi.Statement;
import org.lectern.adapter.xapi.StatementJson;
import org.lectern.config.lrs.Standard;

/**
 * What an adapter put, frozen.
 *
 * @param isStatement whether it is an xAPI statement; else it is an event of another standard
 * @param id the statement's or event's id
 * @param at when it happened
 * @param body its JSON, UTF-8; written once, for all destinations that get it, and not to be changed by anybody
 */
record Telling(boolean isStatement, UUID id, Instant at, byte[] body) {

    static Telling of(Statement statement) {
        return new Telling(true, statement.id(), statement.timestamp(), StatementJson.bytes(statement));
    }

    static Telling of(JsonEvent event) {
        return new Telling(false, event.id(), event.at(), event.body());
    }

    /** @throws IllegalStateException if it is not what this standard is made of: nobody could deliver it */
    void requireOf(Standard standard, String vocabulary) {
        if (isStatement != (standard == Standard.XAPI)) {
            throw new IllegalStateException("the adapter of '" + vocabulary + "' put "
                    + (isStatement ? "an xAPI statement" : "an event that is no xAPI statement")
                    + ", but writes in " + standard.label() + "; see @Standard");
        }
    }
}

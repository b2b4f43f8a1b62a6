package org.lectern.playground.lms.service;

import java.util.List;
import org.lectern.playground.lms.check.Faults;
import org.lectern.playground.lms.check.Sent;
import org.lectern.playground.lms.course.Course;
import org.lectern.playground.lms.course.Tool;
import org.lectern.playground.web.Request;

/** A service request that may: who asks, about which course, and the base address of that course's services. */
record Asked(Request request, Tool tool, Course course, String base) {

    String query() {
        return "?type_id=" + tool.number();
    }

    /** The Accept header must be exactly this media type, or absent. */
    void accepts(String type) {
        String accept = request.header("accept").orElse(type);
        if (!accept.equals(type)) {
            throw ServiceRefused.of(
                    406, "not_acceptable", "Accept must be exactly " + type + " or absent; found " + accept + ".");
        }
    }

    /** The body, which must be of exactly this media type (a charset may follow). */
    Sent body(String type) {
        if (!request.mediaType().equals(type)) {
            throw ServiceRefused.of(
                    415,
                    "unsupported_media_type",
                    "Content-Type must be exactly " + type + "; found \"" + request.mediaType() + "\".");
        }
        Faults faults = new Faults();
        return Sent.parse(request.bodyText(), faults)
                .orElseThrow(() -> new ServiceRefused(400, "bad_request", faults.list()));
    }

    static void sound(Sent body) {
        List<String> faults = body.faults().list();
        if (!faults.isEmpty()) {
            throw new ServiceRefused(400, "bad_request", faults);
        }
    }
}

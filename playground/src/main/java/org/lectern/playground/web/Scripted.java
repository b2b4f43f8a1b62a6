package org.lectern.playground.web;

import jakarta.json.JsonObject;

/** Data that a page hands to its script, and the script itself. */
public final class Scripted {
    private Scripted() {}

    /** A JSON block the script finds by its id. */
    public static String data(String id, JsonObject data) {
        // Within a script element nothing is escaped, and only this could end it.
        return "<script type=\"application/json\" id=\"" + id + "\">"
                + data.toString().replace("<", "\\u003c") + "</script>";
    }

    /** Runs a bundled script once the page is there. */
    public static String run(String name) {
        return "<script src=\"/" + name + "\" defer></script>";
    }

    public static Answer script(String name) {
        return Answer.of(200, "text/javascript; charset=utf-8", Page.bundled(name));
    }
}

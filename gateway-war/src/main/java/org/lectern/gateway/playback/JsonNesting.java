package org.lectern.gateway.playback;

/** How deep a JSON text nests; found without recursion, before a parser that recurses sees it. */
final class JsonNesting {

    private JsonNesting() {}

    static boolean isDeeperThan(int limit, byte[] json) {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < json.length; i++) {
            byte c = json[i];
            if (quoted) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{' || c == '[') {
                depth++;
                if (depth > limit) {
                    return true;
                }
            } else if (c == '}' || c == ']') {
                depth--;
            }
        }
        return false;
    }
}

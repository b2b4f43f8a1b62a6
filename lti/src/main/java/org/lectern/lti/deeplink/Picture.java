package org.lectern.lti.deeplink;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lectern.lti.registration.WebOrigin;

/** An icon or thumbnail of an item (Deep Linking 2.0 §3.1): an absolute web address, and its size in pixels. */
public record Picture(URI url, int width, int height) {

    public Picture {
        if (WebOrigin.of(url).isEmpty()) {
            throw new IllegalArgumentException("a picture needs an absolute web address");
        }
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a picture is at least one pixel wide and high");
        }
    }

    Map<String, Object> claim() {
        Map<String, Object> claim = new LinkedHashMap<>();
        claim.put("url", url.toString());
        claim.put("width", width);
        claim.put("height", height);
        return claim;
    }
}

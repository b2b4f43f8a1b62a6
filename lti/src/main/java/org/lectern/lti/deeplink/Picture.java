package org.lectern.lti.deeplink;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lectern.lti.registration.WebOrigin;

/** An icon or thumbnail of an item (Deep Linking 2.0 §3.1): an absolute web address, and its size where that is known. */
public record Picture(URI url, Optional<Size> size) {

    /** Pixels. */
    public record Size(int width, int height) {

        public Size {
            if (width < 1 || height < 1) {
                throw new IllegalArgumentException("a picture is at least one pixel wide and high");
            }
        }
    }

    public Picture {
        if (WebOrigin.of(url).isEmpty()) {
            throw new IllegalArgumentException("a picture needs an absolute web address");
        }
    }

    /** A picture of this many pixels. */
    public Picture(URI url, int width, int height) {
        this(url, Optional.of(new Size(width, height)));
    }

    /** A picture whose size nobody has told. */
    public Picture(URI url) {
        this(url, Optional.empty());
    }

    Map<String, Object> claim() {
        Map<String, Object> claim = new LinkedHashMap<>();
        claim.put("url", url.toString());
        size.ifPresent(known -> {
            claim.put("width", known.width());
            claim.put("height", known.height());
        });
        return claim;
    }
}

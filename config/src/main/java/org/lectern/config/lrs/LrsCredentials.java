package org.lectern.config.lrs;

/** How we identify ourselves to an LRS. Never printed: {@code toString} hides the secret parts. */
public sealed interface LrsCredentials {

    /** The value of the {@code Authorization} header. */
    String authorization();

    /** HTTP Basic. */
    record Basic(String key, String secret) implements LrsCredentials {
        @Override
        public String authorization() {
            return "Basic "
                    + java.util.Base64.getEncoder()
                            .encodeToString((key + ":" + secret).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return "Basic[hidden]";
        }
    }

    /** OAuth 2.0 bearer token. */
    record Bearer(String token) implements LrsCredentials {
        @Override
        public String authorization() {
            return "Bearer " + token;
        }

        @Override
        public String toString() {
            return "Bearer[hidden]";
        }
    }
}

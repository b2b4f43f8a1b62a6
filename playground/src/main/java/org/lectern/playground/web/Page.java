package org.lectern.playground.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** HTML of the playground's pages: frame, escaping and the bundled files. No page needs anything from elsewhere. */
public final class Page {
    private Page() {}

    /** A whole page; title is plain text, header and main are HTML. */
    public static String of(String title, String header, String main) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <link rel="icon" href="data:,">
                <link rel="stylesheet" href="/playground.css">
                </head>
                <body>
                <a class="skip" href="#main">Skip to content</a>
                <header class="bar">%s</header>
                <main id="main">%s</main>
                </body>
                </html>
                """.formatted(escape(title), header, main);
    }

    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A file that lies beside this class; throws when the jar lacks it. */
    public static String bundled(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Answer styles() {
        return Answer.of(200, "text/css; charset=utf-8", bundled("playground.css"));
    }
}

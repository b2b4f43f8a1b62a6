package org.lectern.playground.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Somebody without a mouse at a page that has the whole window. */
final class Keyboard {

    private static final String WATCHER = resource();
    /** Parts that scroll or play are stops too, and are not counted beforehand. */
    private static final int OTHERS = 10;

    private static final int MOST = 80;

    private final Page page;

    private Keyboard(Page page) {
        this.page = page;
    }

    static Keyboard at(Page page) {
        return new Keyboard(page);
    }

    /**
     * Once round with Tab: all that is seen and can be pressed, filled in or moved has the focus once, in the page's order, shows that
     * it has it and is in sight. In an open dialog, the dialog alone.
     *
     * @param least so many stops at least, so that an empty page does not pass
     */
    Keyboard walks(String name, int least) {
        List<String> faults = faults(least);
        assertThat(faults).as(name + " by keyboard").isEmpty();
        return this;
    }

    /** What is wrong, in words. */
    List<String> faults(int least) {
        int stops = (int) page.evaluate(WATCHER);
        assertThat(stops).as("stops of the Tab key").isGreaterThanOrEqualTo(least);
        for (int pressed = 0; pressed < stops; pressed++) {
            page.keyboard().press("Tab");
        }
        for (int more = 0; more < OTHERS && !(boolean) page.evaluate("keyboardWalk.done()"); more++) {
            page.keyboard().press("Tab");
        }
        @SuppressWarnings("unchecked")
        List<String> faults = (List<String>) page.evaluate("keyboardWalk.report()");
        return faults;
    }

    /** Tabs on until it has the focus. */
    Keyboard to(Locator target) {
        return on(target, "Tab");
    }

    Keyboard backTo(Locator target) {
        return on(target, "Shift+Tab");
    }

    Keyboard press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
        return this;
    }

    /** Over what is in the field. */
    Keyboard types(String text) {
        page.keyboard().press("ControlOrMeta+a");
        page.keyboard().insertText(text);
        return this;
    }

    private Keyboard on(Locator target, String key) {
        target.waitFor();
        int pressed = 0;
        while (!(boolean) target.evaluate("part => part === document.activeElement")) {
            assertThat(++pressed).as("%s until %s", key, target).isLessThan(MOST);
            page.keyboard().press(key);
        }
        return this;
    }

    private static String resource() {
        try (InputStream in = Keyboard.class.getResourceAsStream("/keyboard.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.lectern.playground.journey;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;

/** A page's connection over which uploads take some seconds, and which is lost and found. */
final class SlowLine {

    /** What an upload sends in one request. */
    static final int CHUNK = 8 << 20;

    private static final Duration PATIENCE = Journey.PATIENCE;
    private static final int BYTES_PER_SECOND = 4 << 20;

    private final CDPSession network;

    private SlowLine(CDPSession network) {
        this.network = network;
    }

    static SlowLine of(Page page) {
        CDPSession network = page.context().newCDPSession(page);
        network.send("Network.enable");
        SlowLine line = new SlowLine(network);
        line.isBack();
        return line;
    }

    void isLost() {
        conditions(true);
    }

    void isBack() {
        conditions(false);
    }

    /** Until the first request's worth of an upload is there, and some of the next. */
    static void awaitSome(Page page) {
        Locator bar = page.locator("#current progress");
        Await.until(PATIENCE, () -> "a part of the upload", () -> {
            double sent = ((Number) bar.evaluate("bar => bar.value")).doubleValue();
            return sent > CHUNK * 1.1;
        });
    }

    private void conditions(boolean offline) {
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", offline);
        conditions.addProperty("latency", 0);
        conditions.addProperty("downloadThroughput", -1);
        conditions.addProperty("uploadThroughput", BYTES_PER_SECOND);
        network.send("Network.emulateNetworkConditions", conditions);
    }
}

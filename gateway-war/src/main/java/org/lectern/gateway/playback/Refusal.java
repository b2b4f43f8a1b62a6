package org.lectern.gateway.playback;

import java.util.OptionalLong;

/**
 * A single fact that was not taken, by name. It counts as covered and stops nothing else.
 *
 * @param seq its number, if it had one
 * @param reason stable name, for example {@code position_invalid}
 */
public record Refusal(OptionalLong seq, String reason) {

    static Refusal of(long seq, String reason) {
        return new Refusal(OptionalLong.of(seq), reason);
    }
}

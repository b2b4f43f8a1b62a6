package org.lectern.gateway.playback;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.OptionalLong;
import org.lectern.adapter.action.PlayerState;

/**
 * One thing that happened in the player, as the page reports it (design §5). Positions and lengths are milliseconds of media;
 * {@code at} is the page's clock, corrected. {@code seq} counts from 1 within a playback.
 */
public sealed interface Fact {

    /** Its place in the playback, from 1. */
    long seq();

    /** When it happened. */
    Instant at();

    /** The furthest position it speaks of, milliseconds. */
    long furthest();

    /** A fact about one position. */
    sealed interface Positioned extends Fact {

        /** The position, milliseconds. */
        long time();

        @Override
        default long furthest() {
            return time();
        }
    }

    /**
     * Player and media are ready.
     *
     * @param length of the media; empty when the page does not know it, as for a live stream
     */
    record Ready(long seq, Instant at, OptionalLong length, PlayerState player) implements Fact {
        @Override
        public long furthest() {
            return 0;
        }
    }

    /** Playing started or went on. */
    record Play(long seq, Instant at, long time) implements Positioned {}

    /** Playing stopped. */
    record Pause(long seq, Instant at, long time) implements Positioned {}

    /** Still playing. */
    record Heartbeat(long seq, Instant at, long time) implements Positioned {}

    /** The learner moved the position. */
    record Seek(long seq, Instant at, long from, long to) implements Fact {
        @Override
        public long furthest() {
            return Math.max(from, to);
        }
    }

    /** The learner changed the speed; 1 is normal. */
    record Rate(long seq, Instant at, long time, BigDecimal from, BigDecimal to) implements Positioned {}

    /** The learner used another control. */
    record Control(long seq, Instant at, long time, PlayerState changed) implements Positioned {}

    /** The end of the media was reached by playing. */
    record Ended(long seq, Instant at, long time) implements Positioned {}

    /** The page goes away. */
    record Leave(long seq, Instant at, long time) implements Positioned {}

    /** A fact that made no sense: keeps its number, means nothing. */
    record Senseless(long seq, Instant at) implements Fact {
        @Override
        public long furthest() {
            return 0;
        }
    }
}

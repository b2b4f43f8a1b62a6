package org.lectern.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.lrs.Joined;
import org.lectern.gateway.outbox.OutboxEntry;
import org.lectern.gateway.outbox.Placed;

class StretchTest {

    private static final String A = "{\"n\":\"Zoë\"}";
    private static final String B = "{\"n\":\"視頻, [x]\"}";
    private static final String C = "{\"n\":\"\uD83C\uDFAC\"}";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Entries as the database hands them out, their positions two apart. */
    private static Stretch stretch(long first, String... bodies) {
        ByteBuffer index = ByteBuffer.allocate(28 * bodies.length);
        for (int i = 0; i < bodies.length; i++) {
            long position = first + 2L * i;
            index.putLong(position).putLong(7).putLong(position).putInt(bytes(bodies[i]).length);
        }
        return Stretch.of(index.array(), bytes(String.join(",", bodies)));
    }

    private static String text(Batch batch) {
        Joined sent = batch.statements();
        return new String(sent.array(), sent.from(), sent.length(), StandardCharsets.UTF_8);
    }

    @Test
    void aBatchIsThePartOfTheBytesThatItsEntriesHave() {
        Stretch stretch = stretch(5, A, B, C);
        assertThat(text(stretch.batch(0, 3, 1000))).isEqualTo(A + "," + B + "," + C);
        Batch middle = stretch.batch(1, 1, 1000);
        assertThat(text(middle)).isEqualTo(B);
        assertThat(middle.bytes()).isEqualTo(bytes(B).length);
        assertThat(middle.statements().array())
                .isSameAs(stretch.batch(0, 3, 1000).statements().array());
        assertThat(text(stretch.batch(1, 9, 1000))).isEqualTo(B + "," + C);
        assertThat(stretch.batch(3, 9, 1000).isEmpty()).isTrue();
    }

    @Test
    void positionsMayHaveGaps() {
        Batch batch = stretch(5, A, B, C).batch(1, 2, 1000);
        assertThat(batch.from()).isEqualTo(7);
        assertThat(batch.to()).isEqualTo(9);
        assertThat(batch.statements().ids()).containsExactly(new UUID(7, 7), new UUID(7, 9));
    }

    @Test
    void aBatchIsNoLongerThanItsBytesWithBracketsUnlessItIsASingleEntry() {
        Stretch stretch = stretch(1, A, B, C);
        int both = bytes("[" + A + "," + B + "]").length;
        assertThat(stretch.batch(0, 3, both).count()).isEqualTo(2);
        assertThat(stretch.batch(0, 3, both - 1).count()).isEqualTo(1);
        assertThat(stretch.batch(0, 3, 1).count()).isEqualTo(1);
        assertThat(stretch.bytes()).isEqualTo(bytes(A + B + C).length);
        assertThat(stretch.beginningBefore(1)).isEqualTo(1);
        assertThat(stretch.beginningBefore(bytes(A).length)).isEqualTo(1);
        assertThat(stretch.beginningBefore(bytes(A).length + 1)).isEqualTo(2);
    }

    @Test
    void aRestAndWhatFollowsBecomeOne() {
        Stretch one = stretch(1, A, B);
        Stretch more = one.and(1, stretch(9, C, A)).and(0, stretch(20, B));
        assertThat(text(more.batch(0, 9, 1000))).isEqualTo(B + "," + C + "," + A + "," + B);
        assertThat(more.position(0)).isEqualTo(3);
        assertThat(more.position(3)).isEqualTo(20);
        assertThat(more.whole()).isTrue();
        assertThat(one.and(2, Stretch.of(null, null)).size()).isZero();
        assertThat(text(one.and(1, Stretch.of(null, null)).batch(0, 9, 1000))).isEqualTo(B);
    }

    @Test
    void noticesThatBodiesAreMissing() {
        byte[] index = new byte[28];
        index[27] = 9;
        assertThat(Stretch.of(index, null).whole()).isFalse();
        assertThat(Stretch.of(null, null).whole()).isTrue();
    }

    private static Placed placed(long position, String body) {
        UUID id = new UUID(7, position);
        return new Placed(
                1, position, new OutboxEntry(new TenantId("acme"), "lrs", 0, id, "u1", Instant.EPOCH, bytes(body)));
    }

    @Test
    void whatWasCommittedIsTheSameAsWhatTheDatabaseHandsOut() {
        byte[] larger = bytes("x".repeat(99));
        Stretch committed = Stretch.joined(List.of(placed(5, A), placed(7, B), placed(9, C)), length -> larger);
        Stretch read = stretch(5, A, B, C);
        assertThat(committed.whole()).isTrue();
        assertThat(committed.bytes()).isEqualTo(read.bytes());
        for (int first = 0; first < 3; first++) {
            Batch batch = committed.batch(first, 9, 1000);
            assertThat(text(batch)).isEqualTo(text(read.batch(first, 9, 1000)));
            assertThat(batch.statements().ids())
                    .isEqualTo(read.batch(first, 9, 1000).statements().ids());
            assertThat(batch.to()).isEqualTo(9);
        }
        assertThat(text(committed.and(1, read).batch(0, 9, 1000))).isEqualTo(String.join(",", B, C, A, B, C));
        assertThat(text(read.and(2, committed).batch(0, 9, 1000))).isEqualTo(String.join(",", C, A, B, C));
        assertThat(Stretch.joined(List.of(), byte[]::new).size()).isZero();
    }
}

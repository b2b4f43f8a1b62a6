package org.lectern.gateway.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lectern.config.tenant.TenantId;

/** What every store promises. */
abstract class MediaStoreContract {

    private static final TenantId ACME = new TenantId("acme");

    private final byte[] film = film(2 * MediaStore.STEP + 1_234);

    abstract MediaStore store();

    @Test
    void keepsWhatIsPut() {
        String object = store().put(ACME, "a picture".getBytes(), "image/jpeg");
        assertThat(object).startsWith("acme/");
        assertThat(read(object, 0, 9)).isEqualTo("a picture".getBytes());
    }

    @Test
    void growsInStepsOfAnySize() {
        Growth growth = store().begin(ACME, "video/mp4");
        int at = 0;
        for (int size : new int[] {10, 3, MediaStore.STEP, 700_000, MediaStore.STEP - 5, 600_000}) {
            int length = Math.min(size, film.length - at);
            growth = store().append(growth, Arrays.copyOfRange(film, at, at + length), length);
            at += length;
            assertThat(growth.bytes()).isEqualTo(at);
        }
        growth = store().append(growth, Arrays.copyOfRange(film, at, film.length), film.length - at);
        store().finish(growth);
        assertThat(read(growth.object(), 0, film.length)).isEqualTo(film);
    }

    @Test
    void takesOnlyTheBeginningOfALongerBuffer() {
        Growth growth = store().append(store().begin(ACME, "video/mp4"), "abcdef".getBytes(), 3);
        store().finish(growth);
        assertThat(read(growth.object(), 0, 3)).isEqualTo("abc".getBytes());
    }

    @Test
    void forgetsAStepThatNobodyRemembers() {
        Growth first = store().append(store().begin(ACME, "video/mp4"), film, MediaStore.STEP + 7);
        Growth lost = store().append(first, "something else".getBytes(), 14);
        Growth lostToo = store().append(lost, film, MediaStore.STEP);
        assertThat(lostToo.bytes()).isGreaterThan(first.bytes());
        byte[] rest = Arrays.copyOfRange(film, MediaStore.STEP + 7, film.length);
        Growth second = store().append(first, rest, rest.length);
        store().finish(second);
        assertThat(read(second.object(), 0, film.length)).isEqualTo(film);
    }

    @Test
    void forgetsASmallStepThatNobodyRemembers() {
        Growth first = store().append(store().begin(ACME, "video/mp4"), "abc".getBytes(), 3);
        store().append(store().append(first, "xxxx".getBytes(), 4), film, MediaStore.STEP);
        Growth second = store().append(first, "def".getBytes(), 3);
        store().finish(second);
        assertThat(read(second.object(), 0, 6)).isEqualTo("abcdef".getBytes());
    }

    @Test
    void finishesTwice() {
        Growth growth = store().append(store().begin(ACME, "video/mp4"), "abc".getBytes(), 3);
        store().finish(growth);
        store().finish(growth);
        assertThat(read(growth.object(), 0, 3)).isEqualTo("abc".getBytes());
    }

    @Test
    void doesNotFinishWhatItDoesNotHave() {
        Growth growth = store().begin(ACME, "video/mp4");
        Growth claimed = store().append(growth, "abc".getBytes(), 3);
        store().abandon(claimed);
        assertThatThrownBy(() -> store().finish(claimed)).isInstanceOf(NotInStorage.class);
    }

    @Test
    void abandonsAtAnyTimeAndTwice() {
        Growth fresh = store().begin(ACME, "video/mp4");
        store().abandon(fresh);
        Growth half = store().append(store().begin(ACME, "video/mp4"), film, MediaStore.STEP + 1);
        store().abandon(half);
        store().abandon(half);
        Growth whole = store().append(store().begin(ACME, "video/mp4"), "abc".getBytes(), 3);
        store().finish(whole);
        store().abandon(whole);
        assertThatThrownBy(() -> read(whole.object(), 0, 3)).isInstanceOf(NotInStorage.class);
        assertThat(everything()).isZero();
    }

    @Test
    void readsRanges() {
        String object = store().put(ACME, "0123456789".getBytes(), "video/mp4");
        assertThat(read(object, 3, 4)).isEqualTo("3456".getBytes());
        assertThat(read(object, 9, 1)).isEqualTo("9".getBytes());
    }

    @Test
    void letsAReaderGoEarly() throws IOException {
        String object = store().put(ACME, film, "video/mp4");
        try (InputStream in = store().open(object, 0, film.length)) {
            assertThat(in.read()).isEqualTo(film[0] & 0xff);
        }
        assertThat(read(object, 1, 3)).isEqualTo(Arrays.copyOfRange(film, 1, 4));
    }

    @Test
    void deletesWhatIsThereAndWhatIsNot() {
        String object = store().put(ACME, "abc".getBytes(), "video/mp4");
        store().delete(object);
        store().delete(object);
        assertThatThrownBy(() -> read(object, 0, 3)).isInstanceOf(NotInStorage.class);
    }

    @Test
    void knowsOnlyItsOwnNames() {
        for (String name :
                new String[] {"../../etc/passwd", "acme/../umbrella/x", "/etc/passwd", "acme/film.mp4", ""}) {
            assertThatThrownBy(() -> store().open(name, 0, 1)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> store().delete(name)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** How many objects and remains of objects there are. */
    abstract long everything();

    private byte[] read(String object, long first, long length) {
        try (InputStream in = store().open(object, first, length)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] film(int size) {
        byte[] bytes = new byte[size];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}

package org.lectern.gateway.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;

/** A download that is given up when it is closed before its end, instead of being read to its end for nobody. */
final class HangingUp extends FilterInputStream {

    private final ResponseInputStream<?> answer;
    private boolean whole;

    HangingUp(ResponseInputStream<?> answer) {
        super(answer);
        this.answer = answer;
    }

    @Override
    public int read() throws IOException {
        int one = answer.read();
        whole |= one < 0;
        return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = answer.read(into, offset, length);
        whole |= read < 0;
        return read;
    }

    @Override
    public void close() throws IOException {
        if (whole) {
            answer.close();
        } else {
            answer.abort();
        }
    }
}

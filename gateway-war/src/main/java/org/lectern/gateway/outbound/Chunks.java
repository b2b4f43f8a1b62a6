package org.lectern.gateway.outbound;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.List;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/** A request body made of byte arrays that are written as they are, one after the other, without being copied together. */
final class Chunks extends AbstractHttpEntity {

    private final List<byte[]> chunks;
    private final long length;

    Chunks(List<byte[]> chunks) {
        super((String) null, null, false);
        this.chunks = chunks;
        this.length = chunks.stream().mapToLong(chunk -> chunk.length).sum();
    }

    @Override
    public long getContentLength() {
        return length;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        for (byte[] chunk : chunks) {
            out.write(chunk);
        }
    }

    @Override
    public InputStream getContent() {
        return new SequenceInputStream(Collections.enumeration(
                chunks.stream().map(ByteArrayInputStream::new).toList()));
    }

    @Override
    public boolean isStreaming() {
        return false;
    }

    @Override
    public void close() {}
}

package org.lectern.gateway.outbound;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/** A request body made of parts of byte arrays, from position to limit, that are written as they are, one after the other, without being copied together. */
final class Chunks extends AbstractHttpEntity {

    private final List<ByteBuffer> chunks;
    private final long length;

    Chunks(List<ByteBuffer> chunks) {
        super((String) null, null, false);
        this.chunks = chunks;
        this.length = chunks.stream().mapToLong(ByteBuffer::remaining).sum();
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
        for (ByteBuffer chunk : chunks) {
            out.write(chunk.array(), chunk.arrayOffset() + chunk.position(), chunk.remaining());
        }
    }

    @Override
    public InputStream getContent() {
        return new SequenceInputStream(
                Collections.enumeration(chunks.stream().map(Chunks::stream).toList()));
    }

    private static InputStream stream(ByteBuffer chunk) {
        return new ByteArrayInputStream(chunk.array(), chunk.arrayOffset() + chunk.position(), chunk.remaining());
    }

    @Override
    public boolean isStreaming() {
        return false;
    }

    @Override
    public void close() {}
}

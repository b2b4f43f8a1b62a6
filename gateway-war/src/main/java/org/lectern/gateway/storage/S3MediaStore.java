package org.lectern.gateway.storage;

import java.io.InputStream;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.lectern.config.tenant.TenantId;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * A bucket of an S3-compatible store. A growing object is a multipart upload; what is too small to be a part of it waits as an object
 * beside it, under a name of its own for each step, so that a step that nobody remembers can spoil nothing. At most 10,000 parts of
 * {@link MediaStore#STEP}: 48 GiB.
 */
final class S3MediaStore implements MediaStore {

    private static final int NOT_FOUND = 404;
    private static final int RANDOM_BYTES = 8;

    private final S3Client s3;
    private final String bucket;
    private final String prefix;
    private final SecureRandom random;

    /** @param prefix what all keys begin with; may be empty */
    S3MediaStore(S3Client s3, String bucket, String prefix, SecureRandom random) {
        this.s3 = s3;
        this.bucket = bucket;
        this.prefix = prefix;
        this.random = random;
    }

    @Override
    public String put(TenantId tenant, byte[] bytes, String type) {
        String object = ObjectName.fresh(tenant, random);
        try {
            s3.putObject(put -> put.bucket(bucket).key(key(object)).contentType(type), RequestBody.fromBytes(bytes));
            return object;
        } catch (SdkException e) {
            throw new StorageFailed("cannot put object=" + object, e);
        }
    }

    @Override
    public Growth begin(TenantId tenant, String type) {
        String object = ObjectName.fresh(tenant, random);
        try {
            String upload = s3.createMultipartUpload(
                            create -> create.bucket(bucket).key(key(object)).contentType(type))
                    .uploadId();
            return new Growth(object, 0, new Parts(0, "", upload).memo());
        } catch (SdkException e) {
            throw new StorageFailed("cannot begin object=" + object, e);
        }
    }

    @Override
    public Growth append(Growth growth, byte[] bytes, int length) {
        Parts parts = Parts.of(growth.memo());
        byte[] waiting = waiting(growth, parts);
        byte[] all = Arrays.copyOf(waiting, waiting.length + length);
        System.arraycopy(bytes, 0, all, waiting.length, length);
        try {
            Parts next = all.length >= STEP ? part(growth, parts, all) : aside(growth, parts, all);
            return new Growth(growth.object(), growth.bytes() + length, next.memo());
        } catch (SdkException e) {
            throw new StorageFailed("cannot write object=" + growth.object(), e);
        }
    }

    @Override
    public void finish(Growth growth) {
        try {
            complete(growth);
        } catch (NoSuchUploadException | NotInStorage again) {
            sizeIs(growth, again);
        } catch (S3Exception e) {
            if (e.statusCode() != NOT_FOUND) {
                throw new StorageFailed("cannot finish object=" + growth.object(), e);
            }
            sizeIs(growth, e);
        } catch (SdkException e) {
            throw new StorageFailed("cannot finish object=" + growth.object(), e);
        }
        forgetAside(growth.object());
    }

    @Override
    public void abandon(Growth growth) {
        try {
            s3.abortMultipartUpload(abort -> abort.bucket(bucket)
                    .key(key(growth.object()))
                    .uploadId(Parts.of(growth.memo()).upload()));
        } catch (S3Exception e) {
            if (e.statusCode() != NOT_FOUND) {
                throw new StorageFailed("cannot take back object=" + growth.object(), e);
            }
        } catch (SdkException e) {
            throw new StorageFailed("cannot take back object=" + growth.object(), e);
        }
        forgetAside(growth.object());
        delete(growth.object());
    }

    @Override
    public InputStream open(String object, long first, long length) {
        try {
            return new HangingUp(s3.getObject(
                    get -> get.bucket(bucket).key(key(object)).range("bytes=" + first + "-" + (first + length - 1))));
        } catch (NoSuchKeyException e) {
            throw new NotInStorage(object, e);
        } catch (SdkException e) {
            throw new StorageFailed("cannot read object=" + object, e);
        }
    }

    @Override
    public void delete(String object) {
        try {
            s3.deleteObject(delete -> delete.bucket(bucket).key(key(object)));
        } catch (SdkException e) {
            throw new StorageFailed("cannot delete object=" + object, e);
        }
    }

    @Override
    public OptionalLong room() {
        return OptionalLong.empty();
    }

    private Parts part(Growth growth, Parts parts, byte[] bytes) {
        s3.uploadPart(
                part -> part.bucket(bucket)
                        .key(key(growth.object()))
                        .uploadId(parts.upload())
                        .partNumber(parts.count() + 1),
                RequestBody.fromBytes(bytes));
        return new Parts(parts.count() + 1, "", parts.upload());
    }

    private Parts aside(Growth growth, Parts parts, byte[] bytes) {
        byte[] fresh = new byte[RANDOM_BYTES];
        random.nextBytes(fresh);
        String name = HexFormat.of().formatHex(fresh);
        s3.putObject(put -> put.bucket(bucket).key(asideKey(growth.object(), name)), RequestBody.fromBytes(bytes));
        return new Parts(parts.count(), name, parts.upload());
    }

    private byte[] waiting(Growth growth, Parts parts) {
        if (parts.aside().isEmpty()) {
            return new byte[0];
        }
        try {
            return s3.getObjectAsBytes(get -> get.bucket(bucket).key(asideKey(growth.object(), parts.aside())))
                    .asByteArray();
        } catch (NoSuchKeyException e) {
            throw new NotInStorage(growth.object(), e);
        } catch (SdkException e) {
            throw new StorageFailed("cannot read what waits for object=" + growth.object(), e);
        }
    }

    private void complete(Growth growth) {
        Parts parts = Parts.of(growth.memo());
        Parts all = parts.aside().isEmpty() ? parts : part(growth, parts, waiting(growth, parts));
        List<String> tags = s3
                .listPartsPaginator(
                        list -> list.bucket(bucket).key(key(growth.object())).uploadId(parts.upload()))
                .parts()
                .stream()
                .filter(part -> part.partNumber() <= all.count())
                .map(Part::eTag)
                .toList();
        if (tags.size() != all.count()) {
            throw new NotInStorage(growth.object(), null);
        }
        List<CompletedPart> completed = IntStream.rangeClosed(1, all.count())
                .mapToObj(number -> CompletedPart.builder()
                        .partNumber(number)
                        .eTag(tags.get(number - 1))
                        .build())
                .toList();
        s3.completeMultipartUpload(complete -> complete.bucket(bucket)
                .key(key(growth.object()))
                .uploadId(parts.upload())
                .multipartUpload(upload -> upload.parts(completed)));
    }

    /** The multipart upload is over: fine when it became the object. */
    private void sizeIs(Growth growth, RuntimeException cause) {
        try {
            long size = s3.headObject(head -> head.bucket(bucket).key(key(growth.object())))
                    .contentLength();
            if (size != growth.bytes()) {
                throw new NotInStorage(growth.object(), cause);
            }
        } catch (S3Exception e) {
            e.addSuppressed(cause);
            throw new NotInStorage(growth.object(), e);
        }
    }

    private void forgetAside(String object) {
        try {
            s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(asideKey(object, "")))
                    .contents()
                    .forEach(left ->
                            s3.deleteObject(delete -> delete.bucket(bucket).key(left.key())));
        } catch (SdkException e) {
            throw new StorageFailed("cannot clean up after object=" + object, e);
        }
    }

    private String key(String object) {
        return prefix + ObjectName.checked(object);
    }

    private String asideKey(String object, String name) {
        return key(object) + ".aside." + name;
    }

    /**
     * How far a multipart upload is.
     *
     * @param count parts that it has
     * @param aside name of what waits to become a part; empty for nothing
     * @param upload its id, any text
     */
    private record Parts(int count, String aside, String upload) {
        private static final int FIELDS = 3;

        static Parts of(String memo) {
            String[] fields = memo.split(" ", FIELDS);
            return new Parts(Integer.parseInt(fields[0]), fields[1], fields[2]);
        }

        String memo() {
            return count + " " + aside + " " + upload;
        }
    }
}

/**
 * Keeps the bytes of uploaded videos and their pictures: in a folder by default, in an S3 bucket for production. In come bytes, step by
 * step, out go ranges of them. Enter through {@link org.lectern.gateway.storage.MediaStore}. What a call has answered is on disk or in
 * the bucket; names are made here, never taken from anybody.
 */
package org.lectern.gateway.storage;

/**
 * Adds videos to an institution's library: files of any size over bad connections (tus 1.0), addresses elsewhere, players of others, and
 * recordings. In come bytes that nobody trusts, out goes a video that is what it says, told as uploaded. Enter through
 * {@link org.lectern.gateway.upload.UploadsResource} and {@link org.lectern.gateway.upload.UploadDoor}. What was answered is kept through any
 * crash; what nobody goes on with is cleaned up.
 */
package org.lectern.gateway.upload;

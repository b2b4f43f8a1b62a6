/**
 * From an untrusted file of captions or chapters, WebVTT or SubRip, to clean cues and back to WebVTT. Pure: no files, no database. Enter through
 * {@link org.lectern.gateway.caption.CaptionFile}. What comes out carries no style, no script, no address and no tag beyond those of cues, and
 * reads the same when it is read again; what cannot be read is refused by name and line.
 */
package org.lectern.gateway.caption;

/**
 * Where people look after videos: their words, who finds them, who edits them with whom, and the channels they are published in. Comes in:
 * what somebody with a right to it asks for; goes out: the change, and in the same transaction the actions that it is (published, unlisted,
 * co-editor added). Enter through {@link org.lectern.gateway.studio.Deeds}; the page is {@code /studio/of/{tenant}}.
 */
package org.lectern.gateway.studio;

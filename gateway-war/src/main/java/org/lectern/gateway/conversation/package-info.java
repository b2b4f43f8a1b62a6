/**
 * What people say of videos: likes, counted for the whole institution, and comments, which stay within their course. In come a session's
 * wishes, out go JSON for the player's page and the actions {@code Liked}, {@code Unliked} and {@code Commented}, in the transaction of
 * what they tell. Front doors: {@link org.lectern.gateway.conversation.LikesResource} and
 * {@link org.lectern.gateway.conversation.CommentsResource}. Promise: plain text in, plain text out, and no name is kept.
 */
package org.lectern.gateway.conversation;

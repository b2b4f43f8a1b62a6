/**
 * How the videos of a course are watched, in numbers of people. In come attempts and playbacks, from rows already committed and
 * apart from accepting; out go sums for each video of each course: {@link org.lectern.gateway.engagement.Engagement}. Promise: the
 * sums are a few seconds behind at most while playing goes on, exact when it has ended, whatever crashed meanwhile and however many
 * nodes add up.
 */
package org.lectern.gateway.engagement;

/**
 * The Video Profile's extensions, which more than one vocabulary borrows. In come values of actions; out go
 * {@link org.lectern.adapter.xapi.Extensions} of the JSON types that the profile's concepts ask for.
 */
package org.lectern.adapter.video;

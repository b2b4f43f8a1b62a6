/**
 * How the API says no: a named {@link org.lectern.gateway.problem.Problem} becomes {@code application/problem+json} (RFC 9457),
 * in one place. Nothing a client sends is answered by a stack trace or a server's own error page.
 */
package org.lectern.gateway.problem;

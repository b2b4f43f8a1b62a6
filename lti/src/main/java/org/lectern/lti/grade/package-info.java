/**
 * Assignment and Grade Services 2.0: columns of a platform's gradebook ({@link org.lectern.lti.grade.LineItem}), what a learner
 * reached ({@link org.lectern.lti.grade.Score}, sent) and what the platform made of it ({@link org.lectern.lti.grade.Result},
 * read). Enter through {@link org.lectern.lti.grade.Gradebook}, with the URLs and scopes that a launch named. Promise: exactly one
 * media type per request, addresses with queries kept whole, and a name for every answer.
 */
package org.lectern.lti.grade;

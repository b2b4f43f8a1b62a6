/**
 * What instructors see of their course: who has watched which parts, and who has not; one learner's viewing after a submission
 * review launch; and what a launch of staff held. In come attempts and the platform's roster, out go pages and JSON. Front doors:
 * {@link org.lectern.gateway.viewing.ViewingResource} and {@link org.lectern.gateway.viewing.ViewingPages}. Promise: only the course
 * of one's own launch, and no name is kept.
 */
package org.lectern.gateway.viewing;

package org.lectern.playground.lms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lectern.playground.institution.Medium;
import org.lectern.playground.institution.Registration;

/** A resource link of the practice course: the id used in addresses, its number, its title, the media it names. */
record Link(String id, String number, String title, Optional<String> media) {
    static final String GALLERY = "gallery";

    /** The gallery, then one link per declared medium. */
    static List<Link> of(Registration registration) {
        List<Link> links = new ArrayList<>();
        links.add(new Link(GALLERY, "1", "All videos of this course", Optional.empty()));
        for (Medium medium : registration.media()) {
            String number = Integer.toString(links.size() + 1);
            links.add(new Link(medium.id(), number, medium.title(), Optional.of(medium.id())));
        }
        return links;
    }
}

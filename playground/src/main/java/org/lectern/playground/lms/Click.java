package org.lectern.playground.lms;

import org.lectern.playground.institution.Platform;
import org.lectern.playground.institution.Registration;

/** Somebody opens a link: everything a launch is about, kept from the click to the id token. */
record Click(
        Platform platform,
        Registration registration,
        String deployment,
        Person person,
        Link link,
        boolean window,
        Misbehaviour misbehaviour) {}

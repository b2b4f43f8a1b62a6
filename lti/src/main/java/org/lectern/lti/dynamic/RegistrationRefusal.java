package org.lectern.lti.dynamic;

/**
 * Why a registration did not come about: the closed list. {@link #code()} is stable and goes into logs; {@link #sentence()}
 * says to an administrator what happened, {@link #remedy()} what to do about it.
 */
public enum RegistrationRefusal {
    ADDRESS_INVALID(
            "address.invalid",
            "The address of the platform's configuration is not one that can be used.",
            "Start the registration from the learning platform again. The platform must be reached by https."),
    PLATFORM_UNREACHABLE(
            "platform.unreachable",
            "The learning platform cannot be reached from this server.",
            "Check that the platform's address is right, that its certificate is valid, and that it can be reached from the"
                    + " internet; then try again."),
    PLATFORM_PRIVATE(
            "platform.private",
            "The learning platform's address lies in a private network.",
            "Ask the operator of this tool to allow private addresses, or give the platform a public address."),
    PLATFORM_SLOW("platform.slow", "The learning platform did not answer in time.", "Try again in a minute."),
    PLATFORM_REDIRECTS(
            "platform.redirects",
            "The learning platform sends us to another address, which is not followed: a secret would go along.",
            "Correct the platform's own address in its settings (often http instead of https, or a missing www), then start"
                    + " again."),
    ANSWER_TOO_LARGE(
            "answer.too_large",
            "The learning platform's answer is larger than any such answer should be.",
            "Check that the address is the learning platform's and not another page's."),
    CONFIGURATION_REFUSED(
            "configuration.refused",
            "The learning platform does not give its configuration away.",
            "Start the registration from the learning platform again: the permission to register may have run out."),
    CONFIGURATION_NOT_JSON(
            "configuration.not_json",
            "At the address of the platform's configuration there is something else, such as a page to sign in.",
            "Ask the platform's administrator to let this address be read without signing in."),
    CONFIGURATION_INCOMPLETE(
            "configuration.incomplete",
            "The platform's configuration lacks details that a registration needs.",
            "Update the learning platform, or register by hand."),
    CONFIGURATION_ISSUER_FOREIGN(
            "configuration.issuer_foreign",
            "The platform's configuration speaks in the name of another host than it comes from.",
            "Correct the issuer (the platform's own address) in the platform's settings. A Canvas of your own that still has"
                    + " the issuer of the hosted Canvas must be registered by hand."),
    CONFIGURATION_ENDPOINT_UNSAFE(
            "configuration.endpoint_unsafe",
            "The platform's configuration names an address that is not secure, or sends the registration to another host.",
            "Let all addresses of the platform begin with https and lie on its own host."),
    CONFIGURATION_UNSUPPORTED(
            "configuration.unsupported",
            "The learning platform does not offer what LTI 1.3 needs: signed tokens (RS256) and signed requests"
                    + " (private_key_jwt).",
            "Switch LTI 1.3 (LTI Advantage) on in the platform, or update it."),
    REGISTRATION_FORBIDDEN(
            "registration.forbidden",
            "The learning platform no longer accepts this permission to register; it is good for one time and a short while.",
            "Close this window and start the registration from the learning platform again, with the same invitation link."),
    REGISTRATION_REJECTED(
            "registration.rejected",
            "The learning platform refused the registration.",
            "Read what it says. Often a tool of the same name or address is registered already: remove it there, then"
                    + " start again with the same invitation link."),
    REGISTRATION_FAILED(
            "registration.failed",
            "The learning platform failed while it registered this tool.",
            "Look into the platform whether the tool is listed there; remove it, then start again with the same invitation"
                    + " link."),
    ANSWER_NOT_JSON(
            "answer.not_json",
            "The learning platform said yes, but not in a form that can be read.",
            "Remove the tool from the platform and start again; if that happens twice, register by hand."),
    ANSWER_INCOMPLETE(
            "answer.incomplete",
            "The learning platform said yes, but gave no usable client id.",
            "Remove the tool from the platform and start again; if that happens twice, register by hand."),
    ANSWER_CHANGED(
            "answer.changed",
            "The learning platform registered this tool in a way that it cannot work with.",
            "Remove the tool from the platform and ask the platform's maker; or register by hand."),
    REGISTRATION_TAKEN(
            "registration.taken",
            "This registration or one of its deployments already belongs to another institution here, or is declared in the"
                    + " configuration file.",
            "Ask the operator of this tool which registration is meant.");

    private final String code;
    private final String sentence;
    private final String remedy;

    RegistrationRefusal(String code, String sentence, String remedy) {
        this.code = code;
        this.sentence = sentence;
        this.remedy = remedy;
    }

    public String code() {
        return code;
    }

    public String sentence() {
        return sentence;
    }

    public String remedy() {
        return remedy;
    }
}

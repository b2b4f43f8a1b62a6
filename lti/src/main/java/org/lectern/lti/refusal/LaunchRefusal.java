package org.lectern.lti.refusal;

/**
 * Why a login or launch was refused: the closed list. {@link #code()} is stable and goes into launch logs; {@link
 * #sentence()} says to a person what happened, {@link #remedy()} what to do about it, and {@link #tryAgain()} whether
 * simply starting again from the course page can help.
 *
 * <p>The known-bad payloads of the 1EdTech certification suite (LTI Advantage Conformance Certification Guide §6.1) map
 * to one code each.
 */
public enum LaunchRefusal {
    LOGIN_PARAMETER_MISSING(
            "login.parameter_missing",
            "The learning platform started the login without all the details it has to send.",
            "Ask the platform's administrator to check the tool's login initiation settings.",
            false),
    LOGIN_PARAMETER_REPEATED(
            "login.parameter_repeated",
            "The login request carries one detail twice, so it is not clear which one counts.",
            "Ask the platform's administrator to check the tool's login initiation URL for extra parameters.",
            false),
    LOGIN_PARAMETER_INVALID(
            "login.parameter_invalid",
            "The login request carries a detail that is too long or contains characters that do not belong there.",
            "Ask the platform's administrator to check the tool's settings.",
            false),
    LOGIN_REGISTRATION_UNKNOWN(
            "login.registration_unknown",
            "This learning platform is not registered here.",
            "Ask the administrator to register the platform with exactly this issuer and client id.",
            false),
    LOGIN_REGISTRATION_INACTIVE(
            "login.registration_inactive",
            "This learning platform is registered here, but the registration has not been switched on yet.",
            "Ask the administrator of the video tool to activate the registration.",
            false),
    LOGIN_REGISTRATION_AMBIGUOUS(
            "login.registration_ambiguous",
            "Several registrations fit this login and the platform did not say which one is meant.",
            "Ask the administrator to let the platform send its client id, or to remove the superfluous registration.",
            false),
    LOGIN_TARGET_FOREIGN(
            "login.target_foreign",
            "The link leads to an address that does not belong to this tool.",
            "Ask the teacher or administrator to correct the link's address in the learning platform.",
            false),
    LOGIN_OVERLOADED(
            "login.overloaded",
            "Too many launches are being started at this moment.",
            "Wait a minute and open the activity again.",
            true),
    REQUEST_MALFORMED(
            "request.malformed",
            "The launch request is incomplete or contradicts itself.",
            "Open the activity again from the course page; do not reload or bookmark the launch address.",
            true),
    STATE_MISSING(
            "state.missing",
            "The launch does not say to which login it belongs.",
            "Open the activity again from the course page.",
            true),
    STATE_UNKNOWN(
            "state.unknown",
            "This launch belongs to no login that was started here.",
            "Open the activity again from the course page.",
            true),
    STATE_EXPIRED(
            "state.expired",
            "Too much time passed between the start of the login and the launch.",
            "Open the activity again from the course page.",
            true),
    STATE_USED(
            "state.used",
            "This launch was already used once, for example by a double click or the back button.",
            "Open the activity again from the course page.",
            true),
    PLATFORM_ERROR(
            "platform.error",
            "The learning platform refused the login.",
            "Sign in to the learning platform again, then open the activity, if need be in a new window.",
            true),
    BINDING_MISSING(
            "binding.missing",
            "The browser did not show that it is the one that started this login; it may block cookies in frames.",
            "Open the activity in a new window.",
            true),
    BINDING_WRONG(
            "binding.wrong",
            "This launch was started in another browser.",
            "Open the activity again from the course page in this browser.",
            true),
    JWT_TOO_LARGE(
            "jwt.too_large",
            "The platform's message is larger than allowed.",
            "Ask the administrator to send fewer custom parameters with this activity.",
            false),
    JWT_MALFORMED(
            "jwt.malformed",
            "The platform's message is not a signed LTI message.",
            "Ask the administrator whether the platform is set to LTI 1.3.",
            false),
    JWT_ALG_FORBIDDEN(
            "jwt.alg_forbidden",
            "The platform's message is signed in a way that is not allowed.",
            "Ask the administrator to set the platform to sign with RS256.",
            false),
    JWT_HEADER_FORBIDDEN(
            "jwt.header_forbidden",
            "The platform's message asks for signature features that are not allowed.",
            "Ask the administrator to check how the platform signs its messages.",
            false),
    JWT_KID_MISSING(
            "jwt.kid_missing",
            "The platform's message does not say with which key it was signed.",
            "Ask the administrator to check the platform's signing key.",
            false),
    JWT_KID_INVALID(
            "jwt.kid_invalid",
            "The name of the platform's signing key is too long or contains characters that do not belong there.",
            "Ask the administrator to check the platform's signing key.",
            false),
    JWT_KID_UNKNOWN(
            "jwt.kid_unknown",
            "The platform's message is signed with a key that the platform does not publish.",
            "Try again in a minute. If it persists, ask the administrator to check the registered key set address.",
            true),
    KEYS_UNAVAILABLE(
            "keys.unavailable",
            "The learning platform's public keys cannot be read at the moment.",
            "Try again in a minute. If it persists, ask the administrator to check the registered key set address.",
            true),
    JWT_SIGNATURE_WRONG(
            "jwt.signature_wrong",
            "The signature of the platform's message is wrong.",
            "Ask the administrator to check the registered key set address.",
            false),
    JWT_DUPLICATE_CLAIM(
            "jwt.duplicate_claim",
            "The platform's message says one thing twice, so it is not clear which one counts.",
            "Ask the administrator to report this to the platform's maker.",
            false),
    JWT_EXPIRED(
            "jwt.expired",
            "The platform's message is no longer valid.",
            "Open the activity again. If it persists, ask the administrator to check the clocks of both servers.",
            true),
    JWT_TOO_OLD(
            "jwt.too_old",
            "The platform's message was issued too long ago.",
            "Open the activity again. If it persists, ask the administrator to check the clocks of both servers.",
            true),
    JWT_FROM_FUTURE(
            "jwt.from_future",
            "The platform's message is dated in the future.",
            "Ask the administrator to check the clocks of both servers.",
            true),
    CLAIM_MISSING(
            "claim.missing",
            "The platform's message lacks details that every launch must have.",
            "Ask the administrator to check the tool's settings in the platform.",
            false),
    CLAIM_MALFORMED(
            "claim.malformed",
            "A detail of the platform's message has a form that is not allowed.",
            "Ask the administrator to check the tool's settings in the platform.",
            false),
    CLAIM_VERSION_MISSING(
            "claim.version_missing",
            "The platform's message does not say which LTI version it follows.",
            "Ask the administrator whether the platform is set to LTI 1.3.",
            false),
    CLAIM_VERSION_WRONG(
            "claim.version_wrong",
            "The platform's message does not follow LTI 1.3.",
            "Ask the administrator whether the platform is set to LTI 1.3.",
            false),
    CLAIM_MESSAGE_TYPE_MISSING(
            "claim.message_type_missing",
            "The platform's message does not say what it is for.",
            "Ask the administrator to check the tool's settings in the platform.",
            false),
    CLAIM_MESSAGE_TYPE_UNSUPPORTED(
            "claim.message_type_unsupported",
            "This address does not serve the kind of message that the platform sent.",
            "Ask the administrator to check for which placements the tool is switched on.",
            false),
    CLAIM_ROLES_MISSING(
            "claim.roles_missing",
            "The platform's message does not say in which role you come.",
            "Ask the administrator to check the tool's privacy settings in the platform.",
            false),
    CLAIM_DEPLOYMENT_MISSING(
            "claim.deployment_missing",
            "The platform's message does not say from which installation of the tool it comes.",
            "Ask the administrator to install the tool in the platform again.",
            false),
    CLAIM_RESOURCE_LINK_MISSING(
            "claim.resource_link_missing",
            "The platform's message does not say which activity was opened.",
            "Ask the teacher to create the activity again.",
            false),
    CLAIM_SUB_MISSING(
            "claim.sub_missing",
            "The platform's message does not say who you are, not even by a pseudonym.",
            "Sign in to the learning platform. If it persists, ask the administrator to check the privacy settings.",
            true),
    CLAIM_ISSUER_WRONG(
            "claim.issuer_wrong",
            "The launch comes from another platform than the one that started the login.",
            "Ask the administrator to compare the registered issuer with the platform's, letter by letter.",
            false),
    CLAIM_AUDIENCE_WRONG(
            "claim.audience_wrong",
            "The platform's message is meant for another tool.",
            "Ask the administrator to compare the registered client id with the platform's.",
            false),
    CLAIM_AZP_WRONG(
            "claim.azp_wrong",
            "The platform's message was issued to another tool.",
            "Ask the administrator to compare the registered client id with the platform's.",
            false),
    CLAIM_NONCE_WRONG(
            "claim.nonce_wrong",
            "The platform's message answers another login.",
            "Open the activity again from the course page.",
            true),
    DEEPLINK_SETTINGS_MISSING(
            "deeplink.settings_missing",
            "The platform asks to choose content but does not say what it takes.",
            "Ask the administrator to check the tool's content selection (deep linking) in the platform.",
            false),
    DEEPLINK_RETURN_INVALID(
            "deeplink.return_invalid",
            "The platform asks to choose content but names no safe address to send the choice to.",
            "Ask the administrator whether the platform is reached by https.",
            false),
    TARGET_FOREIGN(
            "target.foreign",
            "The activity leads to an address that does not belong to this tool.",
            "Ask the teacher or administrator to correct the activity's address in the learning platform.",
            false),
    DEPLOYMENT_UNKNOWN(
            "deployment.unknown",
            "This installation of the tool has not been approved yet.",
            "Ask the administrator of the tool to approve the deployment.",
            false),
    DEPLOYMENT_AMBIGUOUS(
            "deployment.ambiguous",
            "This installation of the tool is registered more than once.",
            "Ask the administrator of the tool to remove the superfluous registration.",
            false);

    private final String code;
    private final String sentence;
    private final String remedy;
    private final boolean tryAgain;

    LaunchRefusal(String code, String sentence, String remedy, boolean tryAgain) {
        this.code = code;
        this.sentence = sentence;
        this.remedy = remedy;
        this.tryAgain = tryAgain;
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

    public boolean tryAgain() {
        return tryAgain;
    }
}

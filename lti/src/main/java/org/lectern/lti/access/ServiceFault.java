package org.lectern.lti.access;

/**
 * Why a call to a platform's service came to nothing: the closed list. {@link #code()} is stable and goes into logs, {@link
 * #sentence()} says to a person what happened, {@link #remedy()} what to do about it. A {@link #lasting()} fault stays until
 * someone acts; the others may be gone at the next try.
 */
public enum ServiceFault {
    TOKEN_UNREACHABLE(
            "token.unreachable",
            "The platform's token address gave no answer.",
            "Nothing needs to be done for an outage. If it persists, compare the registered token address with the platform's.",
            false),
    TOKEN_BUSY(
            "token.busy",
            "The platform asks to wait before the next access token.",
            "Nothing needs to be done; the call is repeated later.",
            false),
    TOKEN_FAILED(
            "token.failed",
            "The platform's token address answers with an error of its own.",
            "Nothing needs to be done for an outage. If it persists, ask the platform's administrator to look into its log.",
            false),
    TOKEN_ADDRESS_WRONG(
            "token.address_wrong",
            "The registered token address does not hand out access tokens, or the platform cannot read this tool's key set.",
            "Compare the registered token address with the platform's, and check that the platform can reach this tool's"
                    + " key set address (in Moodle: the lists of blocked hosts and allowed ports under HTTP security).",
            true),
    TOKEN_CLIENT_REFUSED(
            "token.client_refused",
            "The platform does not accept this tool's signature.",
            "Check that the tool is active in the platform, that client id and token audience are registered as the platform"
                    + " states them, that the platform can read this tool's key set, and the clocks of both servers.",
            true),
    TOKEN_SCOPE_REFUSED(
            "token.scope_refused",
            "The platform does not grant this tool the use of the service.",
            "Ask the platform's administrator to switch the service on in the tool's settings (grades: assignment and grade"
                    + " services; members: names and roles).",
            true),
    TOKEN_REFUSED(
            "token.refused",
            "The platform refuses an access token.",
            "Compare every value of the registration with the platform's tool settings.",
            true),
    TOKEN_UNUSABLE(
            "token.unusable",
            "The platform's token address answered with something that is not an access token.",
            "Compare the registered token address with the platform's.",
            true),
    SERVICE_UNREACHABLE(
            "service.unreachable",
            "The platform's service gave no answer.",
            "Nothing needs to be done for an outage; the call is repeated later.",
            false),
    SERVICE_BUSY(
            "service.busy",
            "The platform asks to wait before the next call.",
            "Nothing needs to be done; the call is repeated later.",
            false),
    SERVICE_FAILED(
            "service.failed",
            "The platform's service answers with an error of its own.",
            "Nothing needs to be done for an outage. If it persists, ask the platform's administrator to look into its log.",
            false),
    SERVICE_FORBIDDEN(
            "service.forbidden",
            "The platform does not allow this tool the call.",
            "Ask the platform's administrator to switch the service on in the tool's settings.",
            true),
    SERVICE_GONE(
            "service.gone",
            "What the call is about no longer exists in the platform.",
            "Open the activity again from the course page, so that the platform names the new place.",
            true),
    SERVICE_REFUSED(
            "service.refused",
            "The platform refuses the call as wrong.",
            "Report this with the platform's name and version.",
            true),
    SERVICE_UNUSABLE(
            "service.unusable",
            "The platform's service answered with something that cannot be read.",
            "Report this with the platform's name and version.",
            true);

    private final String code;
    private final String sentence;
    private final String remedy;
    private final boolean lasting;

    ServiceFault(String code, String sentence, String remedy, boolean lasting) {
        this.code = code;
        this.sentence = sentence;
        this.remedy = remedy;
        this.lasting = lasting;
    }

    /**
     * What a status other than 2xx means for most calls.
     *
     * @param status what the service answered
     */
    public static ServiceFault ofStatus(int status) {
        if (status == 401 || status == 403) {
            return SERVICE_FORBIDDEN;
        } else if (status == 404 || status == 410) {
            return SERVICE_GONE;
        } else if (status == 429 || status == 503) {
            return SERVICE_BUSY;
        } else if (status >= 500 || status == 408) {
            return SERVICE_FAILED;
        }
        return SERVICE_REFUSED;
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

    /** Whether it stays until someone changes something. */
    public boolean lasting() {
        return lasting;
    }
}

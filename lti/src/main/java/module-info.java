/**
 * The tool side of LTI 1.3 Advantage in plain Java. Enter through {@link org.lectern.lti.login.ThirdPartyLogin}, {@link
 * org.lectern.lti.launch.LaunchVerifier} and {@link org.lectern.lti.keys.ToolKeys}.
 */
module org.lectern.lti {
    requires transitive com.nimbusds.jose.jwt;

    exports org.lectern.lti.deeplink;
    exports org.lectern.lti.dynamic;
    exports org.lectern.lti.grade;
    exports org.lectern.lti.keys;
    exports org.lectern.lti.launch;
    exports org.lectern.lti.login;
    exports org.lectern.lti.refusal;
    exports org.lectern.lti.registration;
    exports org.lectern.lti.roster;
    exports org.lectern.lti.access;
}

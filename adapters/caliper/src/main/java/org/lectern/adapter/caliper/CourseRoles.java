package org.lectern.adapter.caliper;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Caliper's closed list of roles in an organization (Caliper 1.2, Role Terms), which are LIS's. Pure. */
final class CourseRoles {

    /** By role, its sub-roles. */
    private static final Map<String, Set<String>> TERMS = Map.ofEntries(
            Map.entry(
                    "Administrator",
                    Set.of(
                            "Administrator",
                            "Developer",
                            "ExternalDeveloper",
                            "ExternalSupport",
                            "ExternalSystemAdministrator",
                            "Support",
                            "SystemAdministrator")),
            Map.entry(
                    "ContentDeveloper",
                    Set.of("ContentDeveloper", "ContentExpert", "ExternalContentExpert", "Librarian")),
            Map.entry(
                    "Instructor",
                    Set.of(
                            "ExternalInstructor",
                            "Grader",
                            "GuestInstructor",
                            "Instructor",
                            "Lecturer",
                            "PrimaryInstructor",
                            "SecondaryInstructor",
                            "TeachingAssistant",
                            "TeachingAssistantGroup",
                            "TeachingAssistantOffering",
                            "TeachingAssistantSection",
                            "TeachingAssistantTemplate")),
            Map.entry("Learner", Set.of("ExternalLearner", "GuestLearner", "Learner", "NonCreditLearner")),
            Map.entry("Manager", Set.of("AreaManager", "CourseCoordinator", "ExternalObserver", "Manager", "Observer")),
            Map.entry("Member", Set.of("Member")),
            Map.entry(
                    "Mentor",
                    Set.of(
                            "Advisor",
                            "ExternalAdvisor",
                            "ExternalAuditor",
                            "ExternalLearningFacilitator",
                            "ExternalMentor",
                            "ExternalReviewer",
                            "ExternalTutor",
                            "LearningFacilitator",
                            "Mentor",
                            "Reviewer",
                            "Tutor")),
            Map.entry("Officer", Set.of("Chair", "Secretary", "Treasurer", "Vice-Chair")));

    private CourseRoles() {}

    /** Those that Caliper has a term for; of an unknown sub-role its role. Each once, in order. */
    static List<String> terms(List<String> roles) {
        Set<String> terms = new LinkedHashSet<>();
        for (String role : roles) {
            String[] parts = role.split("#", 2);
            if (TERMS.containsKey(parts[0])) {
                terms.add(parts[0]);
                if (parts.length == 2 && TERMS.get(parts[0]).contains(parts[1])) {
                    terms.add(role);
                }
            }
        }
        return List.copyOf(terms);
    }
}

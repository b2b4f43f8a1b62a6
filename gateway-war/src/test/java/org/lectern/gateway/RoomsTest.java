package org.lectern.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may know whom. A new arrow is a decision: it gets a line in {@link #ARROWS} and a page under {@code docs/decisions}. */
final class RoomsTest {

    /** The gateway's rooms and the modules they join; every arrow a line, every line an arrow. The compiler hides {@code Start.ROOMS}. */
    private static final List<String> ARROWS = List.of(
            // The flow: launch, session, playback and library, action, adapter, outbox, delivery, LRS.
            "launch -> lti",
            "launch -> config",
            "launch -> connection",
            "picker -> launch",
            "picker -> lti",
            "picker -> config",
            "picker -> connection",
            "picker -> session",
            "picker -> library",
            "picker -> page",
            "picker -> problem",
            "viewing -> lti",
            "viewing -> config",
            "viewing -> connection",
            "viewing -> launch",
            "viewing -> session",
            "viewing -> library",
            "viewing -> page",
            "viewing -> grade",
            "viewing -> engagement",
            "viewing -> problem",
            "studio -> config",
            "studio -> session",
            "studio -> library",
            "studio -> page",
            "studio -> action",
            "studio -> adapter",
            "studio -> problem",
            "connection -> lti",
            "connection -> config",
            "connection -> library",
            "connection -> page",
            "connection -> outbound",
            "connection -> problem",
            "launch -> session",
            "launch -> library",
            "launch -> page",
            "launch -> action",
            "launch -> adapter",
            "session -> config",
            "session -> adapter",
            "session -> problem",
            "library -> lti",
            "library -> config",
            "library -> session",
            "library -> adapter",
            "library -> problem",
            "library -> caption",
            "page -> lti",
            "page -> config",
            "page -> session",
            "page -> library",
            "page -> action",
            "page -> adapter",
            "page -> problem",
            "playback -> config",
            "playback -> session",
            "playback -> library",
            "playback -> action",
            "playback -> outbox",
            "playback -> adapter",
            "playback -> problem",
            "playback -> disk",
            "action -> config",
            "action -> adapter",
            "action -> outbox",
            "outbox -> config",
            "delivery -> config",
            "delivery -> outbox",
            "delivery -> lrs",
            "lrs -> config",
            "lrs -> outbound",
            // Caliper: another way from the same outbox. Which adapter wrote the events is not known here.
            "caliper -> config",
            "caliper -> delivery",
            "caliper -> lrs",
            "caliper -> outbound",
            // What people say of videos, and what they see of what is kept about them.
            "conversation -> config",
            "conversation -> session",
            "conversation -> library",
            "conversation -> page",
            "conversation -> action",
            "conversation -> adapter",
            "conversation -> privacy",
            "conversation -> problem",
            "privacy -> config",
            "privacy -> action",
            "privacy -> session",
            "privacy -> library",
            "privacy -> page",
            "privacy -> adapter",
            "privacy -> problem",
            // Grades: what launches name and watching reaches, through the same outbox and delivery.
            "grade -> lti",
            "grade -> config",
            "grade -> connection",
            "grade -> launch",
            "grade -> session",
            "grade -> playback",
            "grade -> outbox",
            "grade -> delivery",
            "grade -> lrs",
            "grade -> outbound",
            // Sums of what was watched, added up apart from accepting.
            "engagement -> config",
            "engagement -> session",
            "engagement -> playback",
            // Around it: what rooms stand on, and who looks after them.
            "start -> config",
            "start -> database",
            "database -> config",
            // What comes round, on a thread of its own.
            "keys -> start",
            "disk -> start",
            "launch -> start",
            "library -> start",
            "upload -> start",
            "keys -> lti",
            "keys -> config",
            "keys -> problem",
            "disk -> config",
            "disk -> problem",
            "storage -> config",
            // Uploads: beside the library, from bytes that nobody trusts to a video.
            "library -> storage",
            "upload -> config",
            "upload -> session",
            "upload -> library",
            "upload -> page",
            "upload -> action",
            "upload -> adapter",
            "upload -> storage",
            "upload -> disk",
            "upload -> problem",
            "health -> start",
            "outbound -> lti",
            "outbound -> config",
            "operations -> config",
            "operations -> delivery",
            "operations -> connection",
            "operations -> lti",
            "operations -> keys",
            "operations -> grade",
            "operations -> problem");

    private static final JavaClasses OURS = ours();

    @Test
    void roomsKnowOnlyWhomTheyMayKnow() {
        Map<String, String> found = new TreeMap<>();
        for (JavaClass one : OURS) {
            for (var dependency : one.getDirectDependenciesFromSelf()) {
                String from = room(one);
                String to = room(dependency.getTargetClass().getBaseComponentType());
                if (one.getPackageName().startsWith("org.lectern.gateway.") && !to.isEmpty() && !to.equals(from)) {
                    found.putIfAbsent(from + " -> " + to, dependency.getDescription());
                }
            }
        }
        Map<String, String> forbidden = new TreeMap<>(found);
        forbidden.keySet().removeAll(ARROWS);
        assertThat(forbidden).as("arrows nobody decided on").isEmpty();
        assertThat(ARROWS).as("arrows that are no longer there").isSubsetOf(found.keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "lti", "config", "adapter"})
    void roomsFormNoCircles(String house) {
        slices().matching("org.lectern." + house + ".(*)..")
                .should()
                .beFreeOfCycles()
                .check(OURS);
    }

    @Test
    void ltiIsUsefulOnItsOwn() {
        classes()
                .that()
                .resideInAPackage("org.lectern.lti..")
                .should()
                .onlyDependOnClassesThat(outsideOf("org.lectern.", "jakarta.", "javax.")
                        .or(JavaClass.Predicates.resideInAPackage("org.lectern.lti..")))
                .check(OURS);
    }

    @Test
    void configurationKnowsOfLtiOnlyRegistrations() {
        classes()
                .that()
                .resideInAPackage("org.lectern.config..")
                .should()
                .onlyDependOnClassesThat(outsideOf("org.lectern.")
                        .or(JavaClass.Predicates.resideInAnyPackage(
                                "org.lectern.config..", "org.lectern.lti.registration..")))
                .check(OURS);
    }

    @Test
    void adaptersKnowNothingButTheirApi() {
        Set<String> api = Set.of(
                "org.lectern.adapter",
                "org.lectern.adapter.action",
                "org.lectern.adapter.video",
                "org.lectern.adapter.xapi");
        List<String> rooms = OURS.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith("org.lectern.adapter"))
                .distinct()
                .toList();
        assertThat(rooms)
                .contains(
                        "org.lectern.adapter.caliper",
                        "org.lectern.adapter.kaltura",
                        "org.lectern.adapter.videoprofile");
        for (String room : rooms) {
            classes()
                    .that()
                    .resideInAPackage(room)
                    .should()
                    .onlyDependOnClassesThat(DescribedPredicate.describe(
                            "are the adapter API or their own",
                            known -> !known.getPackageName().startsWith("org.lectern.")
                                    || api.contains(known.getPackageName())
                                    || !api.contains(room)
                                            && known.getPackageName().equals(room)))
                    .check(OURS);
        }
    }

    /** So a new vocabulary is one new folder, and nothing else: what there is, the container finds. */
    @Test
    void nobodyKnowsAnAdapterByName() {
        noClasses()
                .that()
                .resideInAnyPackage("org.lectern.gateway..", "org.lectern.config..", "org.lectern.lti..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.lectern.adapter.caliper..",
                        "org.lectern.adapter.kaltura..",
                        "org.lectern.adapter.videoprofile..")
                .check(OURS);
    }

    @Test
    void theOperatorsCommandLineStandsAlone() {
        classes()
                .that()
                .resideInAPackage("org.lectern.gateway.operations.admin..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.lectern.gateway.operations.admin..", "java..", "jakarta.json..")
                .check(OURS);
    }

    @Test
    void noRoomIsNamedAfterALayer() {
        noClasses()
                .should()
                .resideInAnyPackage(Stream.of("util", "utils", "common", "model", "service", "impl", "dto")
                        .map(name -> "org.lectern.." + name + "..")
                        .toArray(String[]::new))
                .check(OURS);
    }

    private static DescribedPredicate<JavaClass> outsideOf(String... beginnings) {
        return DescribedPredicate.describe(
                "are outside of " + List.of(beginnings),
                known -> Stream.of(beginnings)
                        .noneMatch(known.getBaseComponentType().getName()::startsWith));
    }

    /** A room of the gateway by its name, another module by the module's, anything else by nothing. */
    private static String room(JavaClass one) {
        String[] parts = one.getPackageName().split("\\.");
        if (parts.length < 3 || !one.getPackageName().startsWith("org.lectern.")) {
            return "";
        }
        return !parts[2].equals("gateway") ? parts[2] : parts.length > 3 ? parts[3] : "";
    }

    /** As compiled: the gateway, what it joins, and the adapters, which it does not know by name. */
    private static JavaClasses ours() {
        try (Stream<Path> adapters = Files.list(Path.of("..", "adapters"))) {
            return new ClassFileImporter()
                    .importPaths(Stream.concat(
                                    Stream.of(Path.of("."), Path.of("..", "lti"), Path.of("..", "config")), adapters)
                            .map(module -> module.resolve("target").resolve("classes"))
                            .filter(Files::isDirectory)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("the adapters are not where they were", e);
        }
    }
}

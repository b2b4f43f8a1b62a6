package org.lectern.gateway.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.gateway.library.Wish.Among;
import org.lectern.gateway.session.GivenSession;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.LearnerSession.Role;

class ShelvesTest {

    private final PracticeLibrary acme = new PracticeLibrary();
    private final LearnerSession teacher = GivenSession.ofTeacher("teacher-1");
    private final LearnerSession sam = GivenSession.ofSam();
    private final LearnerSession stranger = GivenSession.of("elsewhere", Role.LEARNER, "course-2");

    @Test
    void showsDeclaredOnesFirstAndThenWhatIsPublishedNewestFirst() {
        published("One");
        published("Two");
        acme.add(teacher, "Private");
        assertThat(titles(sam, Wish.first(Among.FOUND))).containsExactly("Introduction", "Two", "One");
    }

    @Test
    void showsACoursesVideosToNobodyElse() {
        published("One");
        assertThat(titles(stranger, Wish.first(Among.FOUND))).containsExactly("Introduction");
        assertThat(titles(stranger, typed("one"))).isEmpty();
    }

    @Test
    void pagesThroughEverythingOnceAndToTheEnd() {
        List<String> expected = new ArrayList<>(List.of("Introduction"));
        for (int i = 1; i <= 7; i++) {
            published("Video " + i);
            expected.add(1, "Video " + i);
        }
        for (int size = 1; size <= 9; size++) {
            assertThat(all(sam, "found", "", size)).isEqualTo(expected);
            assertThat(all(sam, "found", "vid", size)).isEqualTo(expected.subList(1, 8));
            assertThat(all(teacher, "mine", "", size)).isEqualTo(expected.subList(1, 8));
        }
    }

    @Test
    void keepsTheOrderOfAChannel() {
        Channel channel = acme.channel(teacher, "Week 1");
        List<Video> videos = List.of(published("One"), published("Two"), published("Three"));
        videos.forEach(video -> acme.put(teacher, channel, video, Optional.empty()));
        assertThat(inChannel(channel)).containsExactly("One", "Two", "Three");
        acme.put(teacher, channel, videos.get(2), Optional.of(videos.get(0)));
        assertThat(inChannel(channel)).containsExactly("Three", "One", "Two");
        for (int i = 0; i < 60; i++) { // so often that there is no room between two any more
            acme.put(teacher, channel, videos.get(i % 2), Optional.of(videos.get((i + 1) % 2)));
            acme.put(teacher, channel, videos.get(2), Optional.of(videos.get(i % 2)));
        }
        assertThat(inChannel(channel)).containsExactly("Three", "Two", "One");
    }

    @Test
    void hidesWhatIsNotPublishedAnyMore() {
        Video one = published("One");
        acme.show(one, Video.State.UNLISTED);
        assertThat(titles(sam, Wish.first(Among.FOUND))).containsExactly("Introduction");
        acme.show(one, Video.State.PUBLISHED);
        acme.jdbi.useTransaction(transaction -> acme.catalogue.delete(transaction, acme.tenant.id(), one.id()));
        assertThat(titles(sam, Wish.first(Among.FOUND))).containsExactly("Introduction");
        assertThat(titles(teacher, Wish.first(Among.MINE))).isEmpty();
        assertThat(titles(teacher, Wish.first(Among.DELETED))).containsExactly("One");
        assertThat(titles(teacher, Wish.read("deleted", null, "one", null, null)))
                .containsExactly("One");
    }

    @Test
    void offersForACourseWhatIsFoundAndOnesOwnThatIsNotPrivate() {
        published("One");
        acme.add(teacher, "Private");
        acme.show(acme.add(teacher, "By link"), Video.State.UNLISTED);
        assertThat(titles(teacher, Wish.first(Among.CHOOSABLE))).containsExactly("Introduction", "By link", "One");
        assertThat(titles(teacher, Wish.read("choosable", null, "link", null, null)))
                .containsExactly("By link");
        assertThat(titles(teacher, Wish.read("choosable", null, "private", null, null)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "de, Die Zähne der Haie, zahn",
        "de, Die Zähne der Haie, zaehne",
        "de, Die Zähne der Haie, 'die zähne d'",
        "de, Die Zähne der Haie, HAI",
        "en, Running with dogs, runs dog",
        "en, Running with dogs, the run",
        "fr, Les événements récents, evenement recent",
        "ru, Основы химии, химия",
        "ja, 細胞の構造, 構造",
        ", Die Zähne der Haie, zahn"
    })
    void findsByWordsOfTheLanguageAndAsPeopleType(String language, String title, String typed) {
        publish(acme.add(teacher, title, Optional.ofNullable(language)));
        published("Another");
        assertThat(titles(sam, typed(typed))).containsExactly(title);
    }

    @Test
    void findsByDescriptionAndTagsAndForgetsOldWords() {
        Video video = published("One");
        acme.jdbi.useTransaction(transaction -> acme.catalogue.reword(
                transaction,
                acme.tenant.id(),
                video.id(),
                new Wording("Uno", "About mitochondria", List.of("exam-2"), Optional.empty())));
        assertThat(titles(sam, typed("mitoch"))).containsExactly("Uno");
        assertThat(titles(sam, typed("exam 2"))).containsExactly("Uno");
        assertThat(titles(sam, typed("one"))).isEmpty();
        assertThat(titles(sam, typed("intro"))).containsExactly("Introduction");
        assertThat(titles(sam, typed("'); drop table video; --"))).isEmpty();
    }

    @Test
    void namesTheHostsThatVideosPlayFrom() {
        published("One");
        published("Two");
        assertThat(acme.shelves.origins(acme.tenant))
                .extracting(Object::toString)
                .containsExactly("https://cdn.example.net");
        assertThat(acme.shelves.origins(acme.other)).isEmpty();
    }

    private Video published(String title) {
        return publish(acme.add(teacher, title));
    }

    private Video publish(Video video) {
        acme.put(teacher, acme.channels.of(acme.tenant, teacher).get(0), video, Optional.empty());
        acme.show(video, Video.State.PUBLISHED);
        return video;
    }

    private static Wish typed(String typed) {
        return Wish.read(null, null, typed, null, null);
    }

    private List<String> titles(LearnerSession session, Wish wish) {
        return acme.shelves.sheet(acme.tenant, session, wish).videos().stream()
                .map(Video::title)
                .toList();
    }

    private List<String> inChannel(Channel channel) {
        return titles(sam, Wish.read(null, Long.toString(channel.id()), null, null, null));
    }

    private List<String> all(LearnerSession session, String among, String typed, int size) {
        List<String> titles = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Shelves.Sheet sheet = acme.shelves.sheet(
                    acme.tenant, session, Wish.read(among, null, typed, after.orElse(null), Integer.toString(size)));
            assertThat(sheet.videos()).hasSizeLessThanOrEqualTo(size);
            sheet.videos().forEach(video -> titles.add(video.title()));
            after = sheet.next();
        } while (after.isPresent());
        return titles;
    }
}

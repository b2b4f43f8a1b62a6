package org.lectern.gateway.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.gateway.problem.Problem;
import org.lectern.gateway.session.GivenSession;
import org.lectern.gateway.session.LearnerSession;

class CatalogueTest {

    private final PracticeLibrary acme = new PracticeLibrary();
    private final LearnerSession teacher = GivenSession.ofTeacher("teacher-1");
    private final LearnerSession colleague = GivenSession.ofTeacher("teacher-2");
    private final LearnerSession sam = GivenSession.ofSam();

    @Test
    void keepsWhatItWasGivenAndMakesItPrivate() {
        Source source = new Source.Stored("acme/1f/2e", "video/mp4", 12_345_678_901L);
        Video added = acme.add(
                teacher,
                new NewVideo(
                        " Cells \u0000",
                        source,
                        Optional.of(new BigDecimal("12.0345")),
                        Optional.of("p"),
                        Optional.of("DE-at")));
        assertThat(acme.library.find(acme.tenant, added.id())).contains(added);
        assertThat(added.title()).isEqualTo("Cells");
        assertThat(added.state()).isEqualTo(Video.State.PRIVATE);
        assertThat(added.owner()).contains("teacher-1");
        assertThat(added.duration()).contains(new BigDecimal("12.035"));
        assertThat(added.language()).contains("de-AT");
        assertThat(added.source()).isEqualTo(source);
    }

    @Test
    void keepsEverySourceButDeclaredFiles() {
        Source embedded = new Source.Embedded(Source.ForeignPlayer.KALTURA, Map.of("partner", "1", "entry", "0_<x>\""));
        assertThat(SourceJson.read(SourceJson.text(embedded))).isEqualTo(embedded);
        Source address = new Source.Address(URI.create("https://cdn.example.net/a.m3u8?x=1&y=2"));
        assertThat(SourceJson.read(SourceJson.text(address))).isEqualTo(address);
        assertThatThrownBy(() -> SourceJson.text(new Source.DeclaredFile(java.nio.file.Path.of("a.mp4"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void opensAPrivateVideoForItsOwnerAlone() {
        Video added = acme.add(teacher, "Cells");
        assertThat(acme.library.open(acme.tenant, teacher, added.id())).isPresent();
        assertThat(acme.library.open(acme.tenant, colleague, added.id())).isEmpty();
        assertThat(acme.library.open(acme.tenant, sam, added.id())).isEmpty();
        acme.show(added, Video.State.UNLISTED);
        assertThat(acme.library.open(acme.tenant, sam, added.id())).isPresent();
    }

    @Test
    void findsNoVideoOfAnotherInstitution() {
        Video added = acme.add(teacher, "Cells");
        assertThat(acme.library.find(acme.other, added.id())).isEmpty();
        assertThat(acme.rights.mayEdit(acme.other.id(), teacher, added.id())).isFalse();
    }

    @Test
    void seesItsOwnChangeAtOnce() {
        Video added = acme.add(teacher, "Cells");
        assertThat(acme.library.find(acme.tenant, added.id())).isPresent();
        acme.jdbi.useTransaction(transaction -> acme.catalogue.reword(
                transaction,
                acme.tenant.id(),
                added.id(),
                new Wording("Zellen", "<b>fett</b>", List.of("bio", "bio"), Optional.of("de"))));
        Video changed = acme.library.find(acme.tenant, added.id()).orElseThrow();
        assertThat(changed.title()).isEqualTo("Zellen");
        assertThat(changed.description()).isEqualTo("<b>fett</b>");
        assertThat(changed.tags()).containsExactly("bio");
        acme.jdbi.useTransaction(transaction -> acme.catalogue.delete(transaction, acme.tenant.id(), added.id()));
        assertThat(acme.library.find(acme.tenant, added.id())).isEmpty();
        acme.jdbi.useTransaction(transaction -> acme.catalogue.restore(transaction, acme.tenant.id(), added.id()));
        assertThat(acme.library.find(acme.tenant, added.id())).isPresent();
    }

    @Test
    void namesWhyAVideoMayNotBeChanged() {
        Video added = acme.add(teacher, "Cells");
        assertThat(acme.rights.requireEdit(acme.tenant.id(), teacher, added.id()))
                .isEqualTo(added);
        assertThatThrownBy(() -> acme.rights.requireEdit(acme.tenant.id(), colleague, added.id()))
                .isInstanceOfSatisfying(
                        Problem.class, no -> assertThat(no.status()).isEqualTo(404));
        acme.show(added, Video.State.UNLISTED);
        assertThatThrownBy(() -> acme.rights.requireEdit(acme.tenant.id(), colleague, added.id()))
                .isInstanceOfSatisfying(
                        Problem.class, no -> assertThat(no.code()).isEqualTo("media.not_yours"));
        assertThat(acme.rights.mayAdd(sam)).isFalse();
        assertThat(acme.rights.mayAdd(teacher)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \u0000 ", "\n"})
    void refusesATitleThatNobodyCouldRead(String title) {
        assertThatThrownBy(() -> acme.add(teacher, title))
                .isInstanceOfSatisfying(
                        Problem.class, no -> assertThat(no.code()).isEqualTo("video.title_missing"));
    }

    @Test
    void refusesWhatIsTooLongOrNoLanguage() {
        assertThatThrownBy(() -> acme.add(teacher, "x".repeat(301)))
                .isInstanceOfSatisfying(
                        Problem.class, no -> assertThat(no.code()).isEqualTo("video.title_too_long"));
        assertThatThrownBy(() -> new Wording("x", "", List.of(), Optional.of("no language")))
                .isInstanceOfSatisfying(
                        Problem.class, no -> assertThat(no.code()).isEqualTo("video.language_unknown"));
        assertThatThrownBy(() -> new Wording("x", "", List.of("t".repeat(61)), Optional.empty()))
                .isInstanceOfSatisfying(
                        Problem.class, no -> assertThat(no.code()).isEqualTo("video.tag_too_long"));
    }
}

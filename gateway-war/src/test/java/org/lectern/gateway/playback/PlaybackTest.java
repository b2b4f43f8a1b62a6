package org.lectern.gateway.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lectern.adapter.action.Completed;
import org.lectern.adapter.action.Initialized;
import org.lectern.adapter.action.Interacted;
import org.lectern.adapter.action.LearnerAction;
import org.lectern.adapter.action.Paused;
import org.lectern.adapter.action.Played;
import org.lectern.adapter.action.PlayerState;
import org.lectern.adapter.action.Progressed;
import org.lectern.adapter.action.Seeked;
import org.lectern.adapter.action.Terminated;
import org.lectern.config.tenant.ProgressPolicy;
import org.lectern.config.tenant.VideoEnd;

class PlaybackTest {

    /** The session of vocabulary §11, in facts; the interactions in between change nothing about it. */
    @Test
    void tellsTheReferenceSessionWithItsExactNumbers() {
        Viewer viewer = Viewer.withMilestones()
                .ready("09:00:05.120", "124.3")
                .play("09:00:06.300", "0")
                .heartbeat("09:00:16.300", "10")
                .pause("09:01:03.400", "57.1")
                .play("09:01:10.000", "57.1")
                .rate("09:01:20.000", "67.1", "1", "1.5")
                .seek("09:01:30.000", "82.1", "30")
                .heartbeat("09:02:04.250", "81.375")
                .heartbeat("09:02:14.250", "96.375")
                .heartbeat("09:02:28.733", "118.1")
                .ended("09:02:32.867", "124.3")
                .leave("09:02:40.015", "124.3");

        Paused first = (Paused) viewer.actions.stream()
                .filter(Paused.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(first.time()).isEqualByComparingTo("57.1");
        assertThat(first.watched().progress()).isEqualByComparingTo("0.459");
        assertThat(first.watched().playedSegments()).isEqualTo("0.000[.]57.100");
        Seeked seeked = viewer.last(Seeked.class);
        assertThat(seeked.from()).isEqualByComparingTo("82.1");
        assertThat(seeked.to()).isEqualByComparingTo("30");
        assertThat(seeked.watched().progress()).isEqualByComparingTo("0.66");
        assertThat(seeked.watched().playedSegments()).isEqualTo("0.000[.]57.100[,]57.100[.]82.100");
        Completed completed = viewer.last(Completed.class);
        assertThat(completed.at()).isEqualTo(Viewer.at("09:02:28.733"));
        assertThat(completed.time()).isEqualByComparingTo("118.1");
        assertThat(completed.timeSpent()).isEqualTo(Duration.parse("PT135.833S"));
        assertThat(completed.watched().progress()).isEqualByComparingTo("0.95");
        assertThat(completed.watched().playedSegments())
                .isEqualTo("0.000[.]57.100[,]57.100[.]82.100[,]30.000[.]118.100");
        Paused atEnd = viewer.last(Paused.class);
        assertThat(atEnd.time()).isEqualByComparingTo("124.3");
        assertThat(atEnd.at()).isEqualTo(Viewer.at("09:02:32.867"));
        assertThat(atEnd.watched().progress()).isEqualByComparingTo("1");
        assertThat(atEnd.watched().playedSegments()).isEqualTo("0.000[.]57.100[,]57.100[.]82.100[,]30.000[.]124.300");
        assertThat(viewer.last(Terminated.class).watched()).isEqualTo(atEnd.watched());
        assertThat(viewer.words())
                .filteredOn(word -> !word.equals("Progressed"))
                .containsExactly(
                        "Initialized",
                        "Played",
                        "Paused",
                        "Played",
                        "PlaybackRateChanged",
                        "Seeked",
                        "Completed",
                        "Paused",
                        "Terminated");
        assertThat(milestones(viewer)).containsExactly(0, 25, 50, 75, 100);
        assertThat(viewer.refused).isEmpty();
    }

    @Test
    void saysHowPlayingCameAboutAndWhatItsEndWas() {
        Viewer viewer = Viewer.withMilestones()
                .ready("09:00:00", "20")
                .play("09:00:01", "0")
                .pause("09:00:06", "5")
                .seek("09:00:07", "5", "0")
                .play("09:00:08", "0")
                .ended("09:00:28", "20")
                .play("09:00:30", "0")
                .ended("09:00:50", "20")
                .seek("09:00:52", "20", "10")
                .play("09:00:53", "10")
                .leave("09:00:55", "12");

        assertThat(viewer.actions)
                .filteredOn(Played.class::isInstance)
                .extracting(action -> ((Played) action).start())
                .containsExactly(Played.Start.FIRST, Played.Start.RESUMED, Played.Start.AGAIN, Played.Start.RESUMED);
        assertThat(viewer.actions)
                .filteredOn(Paused.class::isInstance)
                .extracting(action -> ((Paused) action).ending())
                .containsExactly(false, true, false, false);
        assertThat(viewer.last(Terminated.class).ending()).isFalse();
    }

    @Test
    void whatWasPlayedEndsWhenItIsLeftAndWhatWasNotDoesNot() {
        Viewer left = Viewer.withMilestones()
                .ready("09:00:00", "20")
                .play("09:00:01", "0")
                .leave("09:00:06", "5");
        assertThat(left.last(Paused.class).ending()).isFalse();
        assertThat(left.last(Terminated.class).ending()).isTrue();

        Viewer untouched = Viewer.withMilestones().ready("09:00:00", "20").leave("09:00:06", "0");
        assertThat(untouched.last(Terminated.class).ending()).isFalse();
    }

    @Test
    void reportsProgressOfTheOpenStretch() {
        Viewer viewer = Viewer.withMilestones()
                .ready("09:00:05", "124.3")
                .play("09:00:06.300", "0")
                .pause("09:01:03.400", "57.1")
                .play("09:01:10", "57.1")
                .heartbeat("09:01:15.050", "62.15");

        Progressed half = viewer.last(Progressed.class);
        assertThat(half.percent()).isEqualTo(50);
        assertThat(half.time()).isEqualByComparingTo("62.15");
        assertThat(half.watched().playedSegments()).isEqualTo("0.000[.]57.100[,]57.100[.]62.150");
        assertThat(half.finished()).isFalse();
    }

    @Test
    void tellsPausedBeforeACompletionThatThePauseBrought() {
        Viewer viewer = Viewer.withMilestones()
                .ready("09:00:00", "10")
                .play("09:00:01", "0")
                .ended("09:00:11", "9.7");

        assertThat(viewer.words())
                .containsSubsequence("Played", "Paused", "Completed")
                .endsWith("Completed");
        assertThat(viewer.last(Paused.class).time()).isEqualByComparingTo("10");
        assertThat(viewer.last(Completed.class).at())
                .isAfter(viewer.last(Paused.class).at());
        assertThat(viewer.last(Completed.class).watched().progress()).isEqualByComparingTo("1");
        assertThat(viewer.actions.stream().filter(Progressed.class::isInstance).map(Progressed.class::cast))
                .filteredOn(Progressed::finished)
                .hasSize(1);
    }

    @Test
    void completesOncePerAttemptHoweverOftenItIsWatched() {
        Viewer first = Viewer.withMilestones()
                .ready("09:00:00", "10")
                .play("09:00:01", "0")
                .ended("09:00:11", "10")
                .play("09:00:12", "0")
                .ended("09:00:22", "10")
                .leave("09:00:23", "10");
        Viewer again = new Viewer(Watching.circumstances(new ProgressPolicy.Milestones()), first.attempt())
                .ready("10:00:00", "10")
                .play("10:00:01", "0")
                .ended("10:00:11", "10");

        assertThat(first.words()).containsOnlyOnce("Completed");
        assertThat(again.words()).doesNotContain("Completed", "Progressed");
        assertThat(again.last(Paused.class).watched().playedSegments())
                .isEqualTo("0.000[.]10.000[,]0.000[.]10.000[,]0.000[.]10.000");
    }

    @Test
    void opensNoStretchWhenTheLearnerSeeksWhilePaused() {
        Viewer viewer = Viewer.withMilestones()
                .ready("09:00:00", "100")
                .seek("09:00:01", "0", "40")
                .play("09:00:02", "40")
                .pause("09:00:12", "50");

        assertThat(viewer.last(Seeked.class).watched().playedSegments()).isEmpty();
        assertThat(viewer.last(Paused.class).watched().playedSegments()).isEqualTo("40.000[.]50.000");
    }

    @Test
    void pausesFirstWhenTheLearnerLeavesWhilePlaying() {
        Viewer viewer = Viewer.withMilestones()
                .ready("09:00:00", "100")
                .play("09:00:02", "0")
                .leave("09:00:12", "10")
                .play("09:00:13", "10");

        assertThat(viewer.words()).endsWith("Paused", "Terminated");
        assertThat(viewer.last(Paused.class).time()).isEqualByComparingTo("10");
        assertThat(viewer.refused).containsExactly("closed");
    }

    @Test
    void refusesWhateverComesBeforeReady() {
        Viewer viewer = Viewer.withMilestones()
                .play("09:00:00", "0")
                .ready("09:00:01", "100")
                .ready("09:00:02", "100");

        assertThat(viewer.words()).containsExactly("Initialized");
        assertThat(viewer.refused).containsExactly("not_ready", "already_ready");
    }

    @Test
    void tellsAJumpBackThatNobodyReportedAsASeek() {
        Viewer viewer = Viewer.withMilestones()
                .ready("09:00:00", "100")
                .play("09:00:00.500", "50")
                .heartbeat("09:00:10.500", "60")
                .pause("09:00:12.500", "2");

        assertThat(viewer.last(Seeked.class).from()).isEqualByComparingTo("60");
        assertThat(viewer.last(Seeked.class).to()).isEqualByComparingTo("2");
        assertThat(viewer.last(Paused.class).watched().playedSegments()).isEqualTo("50.000[.]60.000[,]2.000[.]2.000");
    }

    @Test
    void takesASecondPlayForAHeartbeatWherePlayingCouldHaveGotThere() {
        Viewer viewer = Viewer.withMilestones()
                .ready("09:00:00", "100")
                .play("09:00:01", "0")
                .play("09:00:04", "3")
                .play("09:00:05", "80");

        assertThat(viewer.words().stream().filter(word -> !word.equals("Progressed")))
                .containsExactly("Initialized", "Played", "Paused", "Played");
        assertThat(viewer.last(Paused.class).watched().playedSegments()).isEqualTo("0.000[.]3.000");
    }

    @Test
    void saysNothingAboutAPauseWithoutAPlay() {
        Viewer viewer = Viewer.withMilestones()
                .ready("09:00:00", "100")
                .pause("09:00:01", "5")
                .heartbeat("09:00:02", "6");

        assertThat(viewer.words()).containsExactly("Initialized");
        assertThat(viewer.refused).isEmpty();
    }

    @Test
    void capsPositionsALittlePastTheEndAndRefusesThoseFarBeyond() {
        Viewer viewer = Viewer.withMilestones()
                .ready("09:00:00", "100")
                .play("09:00:01", "95")
                .heartbeat("09:00:06", "500")
                .pause("09:00:07", "100.4");

        assertThat(viewer.last(Paused.class).time()).isEqualByComparingTo("100");
        assertThat(viewer.refused).containsExactly("position_beyond_end");
    }

    @Test
    void closesASilentPlaybackRightAfterItsLastFact() {
        Viewer viewer = Viewer.withMilestones()
                .ready("09:00:00", "100")
                .play("09:00:01", "0")
                .heartbeat("09:00:11", "10")
                .silence();

        Paused paused = viewer.last(Paused.class);
        assertThat(paused.at()).isEqualTo(Viewer.at("09:00:11.001"));
        assertThat(paused.time()).isEqualByComparingTo("10");
        assertThat(viewer.last(Terminated.class).at()).isEqualTo(Viewer.at("09:00:11.002"));
    }

    @Test
    void closesAPausedPlaybackWithoutPausingItAgain() {
        Viewer viewer =
                Viewer.withMilestones().ready("09:00:00", "100").silence().silence();

        assertThat(viewer.words()).containsExactly("Initialized", "Terminated");
        assertThat(viewer.last(Terminated.class).at()).isEqualTo(Viewer.at("09:00:00.001"));
    }

    @Test
    void reportsAnIntervalOfPlayingOnlyWhilePlaying() {
        Viewer viewer = new Viewer(
                        Watching.circumstances(new ProgressPolicy.Interval(Duration.ofSeconds(10))), Attempt.NEW)
                .ready("09:00:00", "100")
                .play("09:00:00", "0")
                .heartbeat("09:00:06", "6")
                .pause("09:00:07", "7")
                .play("09:05:00", "7")
                .heartbeat("09:05:04", "11")
                .heartbeat("09:05:14", "21");

        assertThat(milestones(viewer)).containsExactly(11, 21);
        assertThat(finishing(viewer)).isEmpty();
    }

    @Test
    void reportsTheEndAsSoonAsItIsReachedThoughNoMilestoneIsThere() {
        Viewer viewer = with(new ProgressPolicy.Milestones(new VideoEnd(90, 0)))
                .ready("09:00:00", "100")
                .play("09:00:00", "0")
                .heartbeat("09:01:20", "80")
                .heartbeat("09:01:31", "91")
                .heartbeat("09:01:35", "95")
                .ended("09:01:40", "100");

        assertThat(milestones(viewer)).containsExactly(0, 25, 50, 75, 91, 100);
        assertThat(finishing(viewer)).containsExactly(91);
    }

    @Test
    void endsAVideoWhenFewSecondsAreLeft() {
        Viewer viewer = with(new ProgressPolicy.Milestones(new VideoEnd(100, 15)))
                .ready("09:00:00", "100")
                .play("09:00:00", "0")
                .heartbeat("09:01:24", "84")
                .heartbeat("09:01:25", "85")
                .ended("09:01:40", "100");

        assertThat(finishing(viewer)).containsExactly(85);
    }

    @Test
    void aMilestoneAtTheEndIsTheOneThatFinishes() {
        Viewer viewer = with(new ProgressPolicy.Milestones(new VideoEnd(75, 0)))
                .ready("09:00:00", "100")
                .play("09:00:00", "0")
                .heartbeat("09:01:38", "98")
                .ended("09:01:40", "100");

        assertThat(milestones(viewer)).containsExactly(0, 25, 50, 75, 100);
        assertThat(finishing(viewer)).containsExactly(75);
    }

    @Test
    void goesByThePartWatchedAndNotByThePosition() {
        Viewer viewer = with(new ProgressPolicy.Milestones(new VideoEnd(90, 10)))
                .ready("09:00:00", "100")
                .play("09:00:00", "0")
                .seek("09:00:10", "10", "95")
                .ended("09:00:15", "100");

        assertThat(finishing(viewer)).isEmpty();
    }

    @Test
    void finishesWhenAllIsWatchedUnlessToldOtherwise() {
        Viewer viewer = with(new ProgressPolicy.Interval(Duration.ofSeconds(30)))
                .ready("09:00:00", "100")
                .play("09:00:01", "0")
                .heartbeat("09:00:31", "30")
                .heartbeat("09:01:39", "98")
                .ended("09:01:41", "100");

        assertThat(milestones(viewer)).containsExactly(30, 98, 100);
        assertThat(finishing(viewer)).containsExactly(100);
        assertThat(viewer.words()).containsOnlyOnce("Completed");
    }

    @Test
    void reportsEveryPercentAsOftenAsThePageTells() {
        Viewer viewer = with(new ProgressPolicy.EveryPercent(VideoEnd.ALL))
                .ready("09:00:00", "300")
                .play("09:00:01", "0")
                .heartbeat("09:00:04", "3")
                .heartbeat("09:00:06", "5")
                .heartbeat("09:00:07", "6")
                .heartbeat("09:00:10", "9");

        assertThat(milestones(viewer)).containsExactly(1, 2, 3);
    }

    @Test
    void takesNoLengthOfALiveStreamWhateverThePlayerSays() {
        Viewer viewer = new Viewer(Watching.live(), Attempt.NEW)
                .ready("09:00:00", "30")
                .play("09:00:01", "28")
                .heartbeat("09:00:31", "58")
                .heartbeat("09:10:31", "658")
                .leave("09:10:32", "659");

        assertThat(viewer.words()).containsExactly("Initialized", "Played", "Paused", "Terminated");
        assertThat(viewer.refused).isEmpty();
        assertThat(viewer.last(Initialized.class).playback().length()).isEmpty();
        assertThat(viewer.last(Paused.class).time()).isEqualByComparingTo("659");
    }

    @Test
    void knowsNeitherProgressNorCompletionOfALiveStream() {
        Viewer viewer = Viewer.withMilestones()
                .live("09:00:00")
                .play("09:00:01", "3600")
                .heartbeat("09:00:11", "3610")
                .leave("09:00:21", "3620");

        assertThat(viewer.words()).containsExactly("Initialized", "Played", "Paused", "Terminated");
        assertThat(viewer.last(Initialized.class).playback().length()).isEmpty();
        assertThat(viewer.last(Paused.class).watched().playedSegments()).isEqualTo("3600.000[.]3620.000");
    }

    @Test
    void mergesWhatAControlChangedIntoThePlayersState() {
        PlayerState captions = new PlayerState(
                Optional.of(true),
                Optional.of("en"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Viewer viewer = Viewer.withMilestones()
                .ready("09:00:00", "100")
                .rate("09:00:01", "0", "1", "1.5")
                .control("09:00:02", "0", captions);

        assertThat(viewer.last(Interacted.class).changed()).isEqualTo(captions);
        assertThat(viewer.last(Interacted.class).player().speed()).contains(new BigDecimal("1.5"));
        assertThat(viewer.last(Interacted.class).player().captions()).contains(true);
    }

    @Test
    void givesEveryActionALaterTimeThanTheOneBeforeWhateverThePagesClockSays() {
        Viewer viewer = Viewer.withMilestones()
                .ready("09:00:10", "100")
                .play("09:00:05", "0")
                .pause("08:00:00", "5")
                .play("09:00:10", "5");

        assertThat(viewer.actions).extracting(LearnerAction::at).isSorted().doesNotHaveDuplicates();
        assertThat(viewer.last(Played.class).at()).isAfter(Viewer.at("09:00:10"));
    }

    private static Viewer with(ProgressPolicy policy) {
        return new Viewer(Watching.circumstances(policy), Attempt.NEW);
    }

    private static List<Integer> finishing(Viewer viewer) {
        return viewer.actions.stream()
                .filter(Progressed.class::isInstance)
                .map(Progressed.class::cast)
                .filter(Progressed::finished)
                .map(Progressed::percent)
                .toList();
    }

    private static List<Integer> milestones(Viewer viewer) {
        return viewer.actions.stream()
                .filter(Progressed.class::isInstance)
                .map(action -> ((Progressed) action).percent())
                .toList();
    }
}

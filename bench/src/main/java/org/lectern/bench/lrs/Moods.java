package org.lectern.bench.lrs;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The ways in which record stores answer. */
public final class Moods {

    private static final int LATE_MILLIS = 2_500;

    private Moods() {}

    /** Strict and in good health. */
    public static Mood strict() {
        return Post::keep;
    }

    /** Takes everything, keeps nothing. */
    public static Mood nowhere() {
        return post -> post.answer(204, "");
    }

    /** Refuses everything with this status. */
    public static Mood refusing(int status) {
        return post -> post.answer(status, "{\"error\":\"no\"}");
    }

    /** Answers this much later. */
    public static Mood slow(long millis, Mood then) {
        return post -> {
            TimeUnit.MILLISECONDS.sleep(millis);
            then.answer(post);
        };
    }

    /** Answers nothing before the gate opens. */
    public static Mood behind(CountDownLatch gate, Mood then) {
        return post -> {
            gate.await();
            then.answer(post);
        };
    }

    /** Stores, then answers as if it had failed. */
    public static Mood storesThenFails() {
        return post -> {
            post.shelf().store(post.statements());
            post.answer(500, "{\"error\":\"after storing\"}");
        };
    }

    /** Stores, then hangs up: the answer is lost, so the same comes twice. */
    public static Mood storesThenHangsUp() {
        return post -> {
            post.shelf().store(post.statements());
            post.exchange().close();
        };
    }

    /** Refuses a batch of which it knows any statement, whatever its content, as Ralph did before 4.0. */
    public static Mood refusesTheKnown() {
        return post -> {
            if (post.shelf().knowsAny(post.statements())) {
                post.shelf()
                        .store(post.statements().stream()
                                .filter(statement -> statement
                                        .id()
                                        .flatMap(post.shelf()::find)
                                        .isPresent())
                                .toList());
                post.answer(409, "{\"error\":\"statements already exist\"}");
            } else {
                post.keep();
            }
        };
    }

    /** Any of the bad ways for a share of the requests, else strict. Refusing the known stays on, as a store does not change that. */
    public static Mood whimsical(double badShare) {
        Mood known = refusesTheKnown();
        return post -> {
            ThreadLocalRandom chance = ThreadLocalRandom.current();
            if (chance.nextDouble() >= badShare) {
                known.answer(post);
                return;
            }
            switch (chance.nextInt(6)) {
                case 0 -> slow(chance.nextInt(LATE_MILLIS), known).answer(post);
                case 1 -> storesThenFails().answer(post);
                case 2 -> storesThenHangsUp().answer(post);
                case 3 -> refusing(500).answer(post);
                case 4 -> slow(chance.nextInt(LATE_MILLIS), storesThenHangsUp()).answer(post);
                default -> refusing(503).answer(post);
            }
        };
    }
}

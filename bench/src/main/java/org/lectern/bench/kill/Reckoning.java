package org.lectern.bench.kill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lectern.bench.lrs.Shelf;

/**
 * Compares what was accepted with what is stored: every statement of an accepted fact exactly once, of a fact that was never
 * accepted at most once, nothing else; within a playback stored in the order of its timestamps, which strictly increase; first
 * "initialized" under the playback's own id, nothing after "terminated". Pure.
 */
final class Reckoning {

    private final List<String> wrong = new ArrayList<>();
    private long statements;
    private long others;

    private Reckoning() {}

    /** @param shelves by institution */
    static Reckoning of(Map<UUID, Ledger.Line> accepted, Map<String, Shelf> shelves) {
        Reckoning reckoning = new Reckoning();
        shelves.forEach((institution, shelf) -> reckoning.compare(institution, shelf, accepted));
        return reckoning;
    }

    /** What is wrong, one sentence each; empty when all is well. */
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** Statements about playbacks that were found. */
    long statements() {
        return statements;
    }

    /** Statements about anything else, such as logging in. */
    long others() {
        return others;
    }

    private void compare(String institution, Shelf shelf, Map<UUID, Ledger.Line> accepted) {
        shelf.breaches().forEach(breach -> wrong.add(institution + ": " + breach));
        Map<UUID, List<Told>> told = new HashMap<>();
        for (byte[] statement : shelf.stored()) {
            Told one = Told.parse(statement);
            if (one.playback().isPresent()) {
                told.computeIfAbsent(one.playback().get(), id -> new ArrayList<>())
                        .add(one);
                statements++;
            } else {
                others++;
            }
        }
        accepted.forEach((playback, line) -> {
            if (line.institution().equals(institution)) {
                compare(playback, line, told.getOrDefault(playback, List.of()));
            }
        });
        told.keySet().stream()
                .filter(playback -> !accepted.containsKey(playback)
                        || !accepted.get(playback).institution().equals(institution))
                .forEach(stranger -> wrong.add(institution + ": holds a playback that is not its own: " + stranger));
    }

    private void compare(UUID playback, Ledger.Line line, List<Told> told) {
        Map<Expected, Integer> found = new HashMap<>();
        told.forEach(one -> found.merge(one.what(), 1, Integer::sum));
        for (int seq = 1; seq <= line.story().facts(); seq++) {
            for (Expected expected : line.story().expected(seq)) {
                Integer times = found.remove(expected);
                if (times == null && seq <= line.through()) {
                    wrong.add(playback + ": accepted, but not stored: fact " + seq + " " + expected);
                } else if (times != null && times > 1) {
                    wrong.add(playback + ": stored " + times + " times: fact " + seq + " " + expected);
                }
            }
        }
        found.keySet().forEach(extra -> wrong.add(playback + ": stored, but never reported: " + extra));
        order(playback, told);
    }

    private void order(UUID playback, List<Told> told) {
        for (int i = 0; i < told.size(); i++) {
            boolean first = told.get(i).what().verb().equals("initialized");
            boolean last = told.get(i).what().verb().equals("terminated");
            if (first != (i == 0) || first && !told.get(i).id().equals(playback) || last && i < told.size() - 1) {
                wrong.add(playback + ": not a well-formed session at statement " + (i + 1) + " "
                        + told.get(i).what());
            }
            if (i > 0 && !told.get(i).at().isAfter(told.get(i - 1).at())) {
                wrong.add(playback + ": not later than the one before: " + told.get(i));
            }
        }
    }
}

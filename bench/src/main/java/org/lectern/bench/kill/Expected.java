package org.lectern.bench.kill;

/**
 * A statement that a fact must lead to.
 *
 * @param verb last word of the verb's id
 * @param millis position that no other fact of the playback names with this verb; 0 for "initialized"
 */
record Expected(String verb, long millis) {}

package org.lectern.gateway.storage;

/**
 * An object that is still growing, as it was after a step. Whoever keeps this keeps the truth: bytes that a store has beyond it are
 * taken back by the next step.
 *
 * @param object its name
 * @param bytes how many it has
 * @param memo what the store must remember to go on; its own business
 */
public record Growth(String object, long bytes, String memo) {}

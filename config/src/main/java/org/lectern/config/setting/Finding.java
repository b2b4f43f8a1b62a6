package org.lectern.config.setting;

/**
 * One wrong setting.
 *
 * @param property its full name
 * @param found what was found, as words for people; never a secret
 * @param allowed what it may be
 */
public record Finding(String property, String found, String allowed) {

    @Override
    public String toString() {
        return property + ": found " + found + ", allowed: " + allowed;
    }
}

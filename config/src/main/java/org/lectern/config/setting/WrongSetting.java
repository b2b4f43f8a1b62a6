package org.lectern.config.setting;

import java.util.List;
import java.util.stream.Collectors;

/** Settings that stop the start. The message has one line each: the property, what was found, what is allowed. */
public final class WrongSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    WrongSetting(List<Finding> findings) {
        super(findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    /** Everything that is wrong, in the order read; at least one. */
    public List<Finding> findings() {
        return findings;
    }
}

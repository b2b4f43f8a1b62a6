package org.lectern.lti.practice;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.lectern.lti.refusal.LaunchRejected;

/** Says of an action by which name it must be refused. */
public final class Refusals {

    private Refusals() {}

    public static LaunchRejected refused(String code, ThrowingCallable action) {
        LaunchRejected rejected = catchThrowableOfType(LaunchRejected.class, action);
        Assertions.assertThat(rejected).as("should be refused as %s", code).isNotNull();
        Assertions.assertThat(rejected.refusal().code()).as(rejected.detail()).isEqualTo(code);
        return rejected;
    }
}

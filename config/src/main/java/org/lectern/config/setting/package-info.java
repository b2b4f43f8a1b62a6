/**
 * From texts to values. In comes MicroProfile Config, out go values that cannot be wrong, or one
 * {@link org.lectern.config.setting.WrongSetting} that names everything that is wrong at once. Enter through
 * {@link org.lectern.config.setting.Settings}. Settings are read by exact name, so that environment variables reach them.
 * Secrets are never quoted.
 */
package org.lectern.config.setting;

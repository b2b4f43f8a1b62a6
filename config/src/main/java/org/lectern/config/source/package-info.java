/**
 * Where settings come from. In comes the file {@code lectern.properties}, out goes a MicroProfile
 * {@link org.eclipse.microprofile.config.spi.ConfigSource} that environment and system properties override. Enter through
 * {@link org.lectern.config.source.LecternFile}. A file that cannot be read is a named error, never an empty configuration.
 */
package org.lectern.config.source;

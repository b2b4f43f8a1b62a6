/**
 * Keeps what must not be read by others. In come a master key and texts, out go sealed texts that only the same key and place
 * open again, and keyed hashes that stand for people. Enter through {@link org.lectern.config.secret.MasterKeyFile},
 * {@link org.lectern.config.secret.Vault} and {@link org.lectern.config.secret.KeyedHash}. Nothing secret is ever printed.
 */
package org.lectern.config.secret;

/**
 * Keys of both sides. {@link org.lectern.lti.keys.PlatformKeys} turns a registration and a key name into the platform's
 * public key, asking the network as rarely as it can; {@link org.lectern.lti.keys.ToolKeys} are the tool's own pairs
 * through their life. Promise: a flood of invented key names costs one fetch per key set and half a minute,
 * evicts nothing and hides no rotation.
 */
package org.lectern.lti.keys;

/**
 * A third party's plug-in to try the gateway with. In goes a folder, out comes a jar in it, compiled from
 * {@code src/sample-plugin}, which is the example that adapters/README.md points to.
 */
package org.lectern.adapter.sample;

/**
 * The contract that every adapter passes: extend {@link org.lectern.adapter.contract.AdapterContract}, name the vocabulary,
 * done. In come the scripted actions of {@link org.lectern.adapter.contract.Script}, fired on a real CDI bus; what the
 * adapter puts is held against xAPI and, where it claims so, against the Video Profile.
 */
package org.lectern.adapter.contract;

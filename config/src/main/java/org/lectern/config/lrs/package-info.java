/** An institution's LRSs: where they are, how we identify ourselves, what their answers mean. Values only. */
package org.lectern.config.lrs;

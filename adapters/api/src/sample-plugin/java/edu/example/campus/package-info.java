/** A third party's adapter: tells played and paused in the vocabulary {@code campus}. Depends on Lectern's adapter API alone. */
package edu.example.campus;

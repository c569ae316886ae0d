/** A short round of the torture. */
@NullMarked
package dev.backstep.e2e.torture;

import org.jspecify.annotations.NullMarked;

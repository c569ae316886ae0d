/** One trace from the request to the confirmation, over all processes. */
@NullMarked
package dev.backstep.e2e.trace;

import org.jspecify.annotations.NullMarked;

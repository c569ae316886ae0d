/** What becomes of requests when there are more than the threads of this process can answer. */
@NullMarked
package dev.backstep.rest.overload;

import org.jspecify.annotations.NullMarked;

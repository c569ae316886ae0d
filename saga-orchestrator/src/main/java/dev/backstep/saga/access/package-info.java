/** Who may see what, and what the service must know before it lets anybody in. */
@NullMarked
package dev.backstep.saga.access;

import org.jspecify.annotations.NullMarked;

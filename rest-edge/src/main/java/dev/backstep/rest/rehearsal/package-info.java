/** A process that has answered a few dozen requests of its own before the first client comes. */
@NullMarked
package dev.backstep.rest.rehearsal;

import org.jspecify.annotations.NullMarked;

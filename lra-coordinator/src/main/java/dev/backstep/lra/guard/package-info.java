/** Stands in front of the coordinator: who may ask, about which LRA, and where callbacks may go. */
@NullMarked
package dev.backstep.lra.guard;

import org.jspecify.annotations.NullMarked;

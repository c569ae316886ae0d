/** Commands in: reserves, releases and settles stock for sagas. */
@NullMarked
package dev.backstep.inventory.participant;

import org.jspecify.annotations.NullMarked;

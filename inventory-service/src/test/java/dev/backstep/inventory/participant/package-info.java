/** Commands in, on the real database and through the real broker. */
@NullMarked
package dev.backstep.inventory.participant;

import org.jspecify.annotations.NullMarked;

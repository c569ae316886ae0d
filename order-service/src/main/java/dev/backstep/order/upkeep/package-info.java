/** Work that keeps tables small and that nobody waits for. */
@NullMarked
package dev.backstep.order.upkeep;

import org.jspecify.annotations.NullMarked;

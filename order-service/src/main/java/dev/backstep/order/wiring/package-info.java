/** Where time and ids come from. */
@NullMarked
package dev.backstep.order.wiring;

import org.jspecify.annotations.NullMarked;

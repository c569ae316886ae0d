/** Where time comes from, and how strictly requests are read. */
@NullMarked
package dev.backstep.inventory.wiring;

import org.jspecify.annotations.NullMarked;

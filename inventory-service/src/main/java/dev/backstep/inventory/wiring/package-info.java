/** How the process is put together: its start, and time. */
@NullMarked
package dev.backstep.inventory.wiring;

import org.jspecify.annotations.NullMarked;

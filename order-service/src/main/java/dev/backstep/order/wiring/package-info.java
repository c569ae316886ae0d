/** How the process is put together: its start, time and ids. */
@NullMarked
package dev.backstep.order.wiring;

import org.jspecify.annotations.NullMarked;

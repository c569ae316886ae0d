/** How the process is put together: its start, time, ids, definitions and policies. */
@NullMarked
package dev.backstep.saga.wiring;

import org.jspecify.annotations.NullMarked;

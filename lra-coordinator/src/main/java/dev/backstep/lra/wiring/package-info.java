/** How the process is put together. */
@NullMarked
package dev.backstep.lra.wiring;

import org.jspecify.annotations.NullMarked;

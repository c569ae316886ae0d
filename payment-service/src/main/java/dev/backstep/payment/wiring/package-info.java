/** How the process is put together. */
@NullMarked
package dev.backstep.payment.wiring;

import org.jspecify.annotations.NullMarked;

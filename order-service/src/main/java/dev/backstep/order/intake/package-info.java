/** Orders in: validated, priced, recorded once per idempotency key, and handed to the saga. */
@NullMarked
package dev.backstep.order.intake;

import org.jspecify.annotations.NullMarked;

/** The work queue, between its table and the gateway. */
@NullMarked
package dev.backstep.payment.work;

import org.jspecify.annotations.NullMarked;

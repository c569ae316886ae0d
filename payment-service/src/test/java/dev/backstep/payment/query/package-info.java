/** Payments as clients see them. */
@NullMarked
package dev.backstep.payment.query;

import org.jspecify.annotations.NullMarked;

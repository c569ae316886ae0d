/** The aggregate, pair by pair, and the borders around it. */
@NullMarked
package dev.backstep.payment;

import org.jspecify.annotations.NullMarked;

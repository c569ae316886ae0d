/** A payment: what it can become, and what that means to others. No database, no gateway. */
@NullMarked
package dev.backstep.payment;

import org.jspecify.annotations.NullMarked;

/** The gateway's answers and silence. */
@NullMarked
package dev.backstep.payment.gateway;

import org.jspecify.annotations.NullMarked;

/** Who may see what, and what the service must know before it lets anybody in. */
@NullMarked
package dev.backstep.payment.access;

import org.jspecify.annotations.NullMarked;

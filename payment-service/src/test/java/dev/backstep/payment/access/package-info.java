/** What the service must know before it starts. */
@NullMarked
package dev.backstep.payment.access;

import org.jspecify.annotations.NullMarked;

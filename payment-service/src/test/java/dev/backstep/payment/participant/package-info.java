/** Commands over the real topics, with the real gateway simulator behind. */
@NullMarked
package dev.backstep.payment.participant;

import org.jspecify.annotations.NullMarked;

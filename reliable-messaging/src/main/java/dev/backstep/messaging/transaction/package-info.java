/** One local transaction, and what to do after it committed. */
@NullMarked
package dev.backstep.messaging.transaction;

import org.jspecify.annotations.NullMarked;

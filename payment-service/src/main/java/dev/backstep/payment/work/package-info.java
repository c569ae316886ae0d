/**
 * The work queue: who asks the gateway for what, when, and how the answers come back into the
 * database. The table is the queue; memory only saves a poll.
 */
@NullMarked
package dev.backstep.payment.work;

import org.jspecify.annotations.NullMarked;

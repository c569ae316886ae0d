/**
 * Seeded schedules over a small world: the real engine among models of outbox, relay, topics,
 * barrier and participants, where any step may be delayed, repeated, lost or cut off by a crash.
 */
@NullMarked
package dev.backstep.saga.schedule;

import org.jspecify.annotations.NullMarked;

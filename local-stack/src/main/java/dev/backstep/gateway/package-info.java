/**
 * A payment gateway to test against: HTTP, idempotency keys, and an append-only ledger on disk that
 * bears witness to every effect.
 */
@NullMarked
package dev.backstep.gateway;

import org.jspecify.annotations.NullMarked;

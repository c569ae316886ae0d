/**
 * What the tests of this module share: the orchestrator's part, the broker, the table, the ledger.
 */
@NullMarked
package dev.backstep.payment.testing;

import org.jspecify.annotations.NullMarked;

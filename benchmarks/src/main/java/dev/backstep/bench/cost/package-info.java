/** What a load costs: processor time, transactions, log, records, pauses, memory. */
@NullMarked
package dev.backstep.bench.cost;

import org.jspecify.annotations.NullMarked;

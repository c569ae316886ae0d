/**
 * What the same machine and database can do at most: the same steps in plain JDBC, in this process,
 * without a broker, an outbox, HTTP, JSON, security or a log of sagas.
 */
@NullMarked
package dev.backstep.bench.limit;

import org.jspecify.annotations.NullMarked;

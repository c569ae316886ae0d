/**
 * Whether the books of all services agree: rules, differences that open sagas explain, and those
 * that nothing explains. The figures of the other services are read from their metrics.
 */
@NullMarked
package dev.backstep.saga.books;

import org.jspecify.annotations.NullMarked;

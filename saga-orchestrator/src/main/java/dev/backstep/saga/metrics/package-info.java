/** What is measured about sagas. */
@NullMarked
package dev.backstep.saga.metrics;

import org.jspecify.annotations.NullMarked;

/** The truth: an append-only log per saga, and beside it the row that its fold is kept in. */
@NullMarked
package dev.backstep.saga.log;

import org.jspecify.annotations.NullMarked;

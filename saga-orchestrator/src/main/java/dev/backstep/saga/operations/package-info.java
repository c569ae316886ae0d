/** What operators do about a saga. */
@NullMarked
package dev.backstep.saga.operations;

import org.jspecify.annotations.NullMarked;

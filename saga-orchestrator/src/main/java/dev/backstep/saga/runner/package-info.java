/** Loads, decides and appends in one transaction: a whole poll with a handful of statements. */
@NullMarked
package dev.backstep.saga.runner;

import org.jspecify.annotations.NullMarked;

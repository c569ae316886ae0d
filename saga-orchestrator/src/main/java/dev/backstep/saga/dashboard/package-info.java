/** What the console shows of all sagas together. */
@NullMarked
package dev.backstep.saga.dashboard;

import org.jspecify.annotations.NullMarked;

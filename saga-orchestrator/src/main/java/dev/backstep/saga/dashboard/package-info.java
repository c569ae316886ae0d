/** What the console shows beyond single sagas, and the pages themselves. */
@NullMarked
package dev.backstep.saga.dashboard;

import org.jspecify.annotations.NullMarked;

/** The console as operators use it: a real browser before the real stack. */
@NullMarked
package dev.backstep.e2e.dashboard;

import org.jspecify.annotations.NullMarked;

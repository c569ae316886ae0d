/** The order: its states, and which command moves it from one to the other. Pure. */
@NullMarked
package dev.backstep.order;

import org.jspecify.annotations.NullMarked;

/** How many orders are under way, how long they take, and when no more are taken. */
@NullMarked
package dev.backstep.order.backlog;

import org.jspecify.annotations.NullMarked;

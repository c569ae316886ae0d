/** What a process asks itself before shoppers come. */
@NullMarked
package dev.backstep.order.rehearsal;

import org.jspecify.annotations.NullMarked;

/** What Redis remembers of each customer: the highest position that he must see. */
@NullMarked
package dev.backstep.reads.memory;

import org.jspecify.annotations.NullMarked;

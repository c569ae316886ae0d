/** An open model of shoppers: requests leave when they are due, whatever became of those before. */
@NullMarked
package dev.backstep.bench.load;

import org.jspecify.annotations.NullMarked;

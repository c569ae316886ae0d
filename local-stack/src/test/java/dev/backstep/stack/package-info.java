/** Real servers, started, killed and started again. */
@NullMarked
package dev.backstep.stack;

import org.jspecify.annotations.NullMarked;

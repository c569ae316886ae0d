/** Checked values that messages are made of. A value that exists is valid. */
@NullMarked
package dev.backstep.contracts.value;

import org.jspecify.annotations.NullMarked;

/** Shows messages without what belongs to customers alone. */
@NullMarked
package dev.backstep.saga.masking;

import org.jspecify.annotations.NullMarked;

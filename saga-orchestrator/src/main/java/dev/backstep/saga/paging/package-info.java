/** Pages of lists that grow while they are read. */
@NullMarked
package dev.backstep.saga.paging;

import org.jspecify.annotations.NullMarked;

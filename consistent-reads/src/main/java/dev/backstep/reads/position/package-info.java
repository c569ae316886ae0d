/** Where in the write-ahead log something is; pure. */
@NullMarked
package dev.backstep.reads.position;

import org.jspecify.annotations.NullMarked;

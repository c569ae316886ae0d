/** Reads that never show a customer less than he has seen or done, though replicas serve them. */
@NullMarked
package dev.backstep.reads;

import org.jspecify.annotations.NullMarked;

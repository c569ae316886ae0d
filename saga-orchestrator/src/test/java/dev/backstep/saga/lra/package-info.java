@NullMarked
package dev.backstep.saga.lra;

import org.jspecify.annotations.NullMarked;

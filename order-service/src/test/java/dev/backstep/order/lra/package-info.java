@NullMarked
package dev.backstep.order.lra;

import org.jspecify.annotations.NullMarked;

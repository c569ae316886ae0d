@NullMarked
package dev.backstep.lra.lease;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.backstep.lra.guard;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.backstep.lra.testing;

import org.jspecify.annotations.NullMarked;

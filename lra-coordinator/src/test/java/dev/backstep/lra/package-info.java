@NullMarked
package dev.backstep.lra;

import org.jspecify.annotations.NullMarked;

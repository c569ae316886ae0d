@NullMarked
package dev.backstep.e2e.lra;

import org.jspecify.annotations.NullMarked;

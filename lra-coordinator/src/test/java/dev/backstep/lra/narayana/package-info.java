@NullMarked
package dev.backstep.lra.narayana;

import org.jspecify.annotations.NullMarked;

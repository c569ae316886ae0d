/** Tests of the borders inside this module. */
@NullMarked
package dev.backstep.bench;

import org.jspecify.annotations.NullMarked;

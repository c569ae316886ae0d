/** The parts as beans, their settings and their metrics. */
@NullMarked
package dev.backstep.reads.wiring;

import org.jspecify.annotations.NullMarked;

/** Tests. */
@NullMarked
package dev.backstep.bench.report;

import org.jspecify.annotations.NullMarked;

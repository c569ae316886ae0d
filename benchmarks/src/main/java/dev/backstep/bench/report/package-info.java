/** What is printed, kept and compared. */
@NullMarked
package dev.backstep.bench.report;

import org.jspecify.annotations.NullMarked;

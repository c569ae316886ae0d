/** How often somebody looks at what others may have changed. */
@NullMarked
package dev.backstep.reads.pace;

import org.jspecify.annotations.NullMarked;

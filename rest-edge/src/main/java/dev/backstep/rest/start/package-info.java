/** What a service must be told before it starts, and does before its port opens. */
@NullMarked
package dev.backstep.rest.start;

import org.jspecify.annotations.NullMarked;

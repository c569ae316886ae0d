/** What a service must be told before it starts. */
@NullMarked
package dev.backstep.rest.start;

import org.jspecify.annotations.NullMarked;

/** What is said when a setting is missing. */
@NullMarked
package dev.backstep.rest.start;

import org.jspecify.annotations.NullMarked;

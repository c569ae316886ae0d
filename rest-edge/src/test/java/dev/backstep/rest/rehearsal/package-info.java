@NullMarked
package dev.backstep.rest.rehearsal;

import org.jspecify.annotations.NullMarked;

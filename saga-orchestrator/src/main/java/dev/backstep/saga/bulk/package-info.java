/** One act on many sagas: frozen, shown before it runs, run slowly, and stopped at any time. */
@NullMarked
package dev.backstep.saga.bulk;

import org.jspecify.annotations.NullMarked;

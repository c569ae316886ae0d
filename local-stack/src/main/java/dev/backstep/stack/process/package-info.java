/** Processes that outlive their launcher: started, recognised and stopped by pid file. */
@NullMarked
package dev.backstep.stack.process;

import org.jspecify.annotations.NullMarked;

/** JMH benchmarks of what is pure and hot: the engine, the bodies of messages, plans of batches. */
@NullMarked
package dev.backstep.bench.micro;

import org.jspecify.annotations.NullMarked;

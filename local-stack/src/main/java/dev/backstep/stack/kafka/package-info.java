/** One Kafka broker in KRaft mode, with every topic of the contracts. */
@NullMarked
package dev.backstep.stack.kafka;

import org.jspecify.annotations.NullMarked;

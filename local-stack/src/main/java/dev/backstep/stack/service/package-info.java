/** How the gateway simulator and the Quarkus services are configured and started. */
@NullMarked
package dev.backstep.stack.service;

import org.jspecify.annotations.NullMarked;

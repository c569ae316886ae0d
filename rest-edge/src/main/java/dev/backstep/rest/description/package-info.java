/** What the OpenAPI documents of the services say beyond what their classes say by themselves. */
@NullMarked
package dev.backstep.rest.description;

import org.jspecify.annotations.NullMarked;

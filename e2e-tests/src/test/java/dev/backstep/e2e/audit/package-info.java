/** Damage done on purpose: the auditor must see it. */
@NullMarked
package dev.backstep.e2e.audit;

import org.jspecify.annotations.NullMarked;

/**
 * Changes classes of a service while it loads them: to stop the process at a named point, to set
 * its clock, or to sabotage it so that the auditor has something to find. Nothing of this is in the
 * services themselves; it rides along as a Java agent, in a jar that has only this package.
 */
@NullMarked
package dev.backstep.e2e.agent;

import org.jspecify.annotations.NullMarked;

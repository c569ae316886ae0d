/**
 * One auditor over SQL and the gateway's ledger: it reads what the services wrote, and believes
 * none of them.
 */
@NullMarked
package dev.backstep.e2e.audit;

import org.jspecify.annotations.NullMarked;

import type { BulkProgress } from './bulk';
import type { SagaState, Time } from './values';

/** GET /api/counts: kept, not counted; exact as of `asOf`. */
export interface Counts {
  asOf: Time;
  states: Record<SagaState, number>;
  /** RUNNING + COMPENSATING + STUCK. */
  open: number;
  /** Neither replayed nor discarded. */
  deadLetters: number;
  /** The bulk run that is going on, if any. */
  bulk: BulkProgress | null;
}

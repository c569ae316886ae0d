import type { Cursor, Id, Money, SagaState, Time } from './values';

/**
 * GET /api/sagas?… : each field is a query parameter of the same name, `state` may be repeated. The same names make the
 * shareable URL of the page. Unknown parameters are ignored, unreadable ones are `invalid-query`.
 */
export interface SagaFilter {
  /** An order, saga, customer, payment (charge), SKU or message id, whole; or at least 8 characters from the start of an order or saga id. */
  q?: string;
  state?: (SagaState | 'OPEN' | 'FINISHED')[];
  definition?: string;
  /** `payment`, `payment/do` or `payment/undo`: open sagas that wait there. */
  blockedAt?: string;
  /** One of `Vocabulary.causes`, or whatever a row or a group named. */
  cause?: string;
  /** Open, and started longer ago than so many seconds. */
  olderThan?: number;
  /** Minor units, at least. */
  amountOver?: number;
  /** Open, and the awaited command was sent more often than this. */
  attemptsOver?: number;
}
export interface SagaListQuery extends SagaFilter {
  /** `attention` (default): stuck ones first, then the newest. `newest`: the newest first. */
  sort?: 'attention' | 'newest';
  cursor?: Cursor;
  /** 1 to 200, 50 when left out. */
  limit?: number;
}
export interface SagaPage {
  asOf: Time;
  sagas: SagaRow[];
  /** Null on the last page. */
  next: Cursor | null;
  /** How many match; null when that is not kept (then say "50 shown"). */
  total: number | null;
  /** What `q` was understood as, for "No saga matches …"; empty without `q`. */
  searched: ('order' | 'saga' | 'customer' | 'payment' | 'SKU' | 'message')[];
}
export interface SagaRow {
  id: Id;
  definition: string;
  definitionVersion: number;
  orderId: Id;
  customerId: string;
  state: SagaState;
  /** Its command had to be sent more than once. */
  retrying: boolean;
  /** Grows with every change: the row with the larger version is the newer one. */
  version: number;
  amount: Money | null;
  /** One cell per step, in order: the micro-lane. */
  path: PathCell[];
  /** `Refund payment: no answer, attempt 5 of 8`, `Order confirmed`. */
  happening: string;
  /** The group that it belongs to: stuck, turned back. */
  cause: string | null;
  /** Why it is stuck, turned back or was resolved; cut to 300 characters. */
  reason: string | null;
  /** Of the awaited command; 0 when final. `attemptsAllowed`: after so many it is stuck; null when it has no such bound. */
  attempt: number;
  attemptsAllowed: number | null;
  nextTry: Time | null;
  startedAt: Time;
  updatedAt: Time;
}
export interface PathCell {
  step: string;
  forth: 'pending' | 'running' | 'retrying' | 'done' | 'refused' | 'timed-out' | 'stuck';
  /** `none`: nothing to undo (yet). `waiting`: will be undone, later steps first. */
  back: 'none' | 'waiting' | 'running' | 'retrying' | 'undone' | 'stuck';
}

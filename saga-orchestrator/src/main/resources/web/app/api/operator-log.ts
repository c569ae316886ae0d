import type { Cursor, Id, Time } from './values';

/** GET /api/operator-log?operator=&sagaId=&cursor=&limit= : the newest first. Append-only. */
export interface OperatorLogPage { asOf: Time; entries: OperatorEntry[]; next: Cursor | null }
export interface OperatorEntry {
  id: Id;
  at: Time;
  operator: string;
  /** `retry`, `retry-with-deadline`, `compensate`, `resolve`, `replay`, `discard`, `bulk-retry`, `bulk-compensate`, `bulk-stop` */
  action: string;
  /** `Retry refund payment` */
  title: string;
  sagaId: Id | null;
  orderId: Id | null;
  deadLetterId: Id | null;
  bulkId: Id | null;
  reason: string;
  /** What it was and what it became: `STUCK at payment/undo, version 17`. */
  before: string;
  after: string;
  /** `accepted` until its real outcome is known. */
  outcome: 'accepted' | 'worked' | 'failed' | 'stopped';
  /** `Undone at 14:31:47`, `No answer again`. */
  outcomeText: string;
  outcomeAt: Time | null;
}

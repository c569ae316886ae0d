import type { SagaFilter } from './sagas';
import type { Cursor, Id, Millis, Time } from './values';

/**
 * POST /api/bulk → 201 `BulkPreview`. Freezes the sagas that match now, with their versions; nothing runs yet.
 * Resolve is never a bulk action: each order number must be typed.
 */
export interface BulkRequest {
  action: 'retry' | 'compensate';
  /** Either a filter or up to 1,000 saga ids. A filter freezes at most 10,000. */
  filter?: SagaFilter;
  ids?: Id[];
}
export interface BulkPreview {
  id: Id;
  action: BulkRequest['action'];
  frozenAt: Time;
  /** Not started by then, it is gone. */
  expiresAt: Time;
  total: number;
  willRun: number;
  /** Not necessary: already retrying, already final, … */
  skipped: BulkVerdict[];
  /** Not allowed, and why. */
  refused: BulkVerdict[];
  perSecond: number;
  expectedMs: Millis;
  /** `The payment gateway's circuit is open: they will probably fail again.` */
  warnings: string[];
  /** More matched than may be frozen. */
  cut: boolean;
}
export interface BulkVerdict {
  why: string;
  count: number;
  /** A few of them. */
  sagas: Id[];
}
/** POST /api/bulk/{id}/start `{reason}` → 202 `BulkProgress`. POST /api/bulk/{id}/stop → 202 `BulkProgress`. GET /api/bulk/{id} → `BulkProgress`. */
export interface BulkStart { reason: string }
export interface BulkProgress {
  id: Id;
  action: BulkRequest['action'];
  state: 'previewed' | 'running' | 'stopped' | 'finished' | 'expired';
  operator: string;
  reason: string | null;
  startedAt: Time | null;
  endedAt: Time | null;
  willRun: number;
  /** Accepted by the saga; its real outcome shows with the saga. */
  accepted: number;
  /** Moved since the preview: left alone. */
  moved: number;
  /** No longer allowed. */
  refused: number;
  left: number;
}
/** GET /api/bulk/{id}/items?cursor=… */
export interface BulkItemPage { items: BulkItem[]; next: Cursor | null }
export interface BulkItem {
  sagaId: Id;
  version: number;
  verdict: 'will-run' | 'skipped' | 'refused' | 'accepted' | 'moved';
  why: string | null;
}

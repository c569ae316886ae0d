import type { MaskedPayload } from './saga';
import type { Cursor, Id, Time } from './values';

/** GET /api/dead-letters/groups: those that wait for somebody, by cause, the largest first. */
export interface DeadLetterGroups {
  asOf: Time;
  groups: DeadLetterGroup[];
  /** Topics without any, for a quiet line. */
  clean: { topic: string; lastHandledAt: Time | null }[];
}
export interface DeadLetterGroup {
  /** For `group=` and for acting on all of it. */
  key: string;
  topic: string;
  service: string;
  /** Empty when the messages name none. */
  type: string;
  /** `UNREADABLE`, `FAILED`, … */
  cause: string;
  /** Of the newest one. */
  detail: string;
  count: number;
  sagas: number;
  oldest: Time;
  newest: Time;
}
/** GET /api/dead-letters?group=&state=&sagaId=&cursor=&limit= : the newest first. */
export interface DeadLetterPage { asOf: Time; deadLetters: DeadLetterRow[]; next: Cursor | null }
export interface DeadLetterRow {
  id: Id;
  state: 'waiting' | 'replayed' | 'discarded';
  topic: string;
  /** `payment.commands-5@889214` */
  origin: string;
  service: string;
  messageId: string;
  type: string;
  cause: string;
  /** Cut to 300 characters. */
  detail: string;
  sagaId: Id | null;
  arrivedAt: Time;
  replays: number;
  replayedAt: Time | null;
  replayedBy: string | null;
  discardedAt: Time | null;
  discardedBy: string | null;
  discardReason: string | null;
}
/** GET /api/dead-letters/{id} */
export interface DeadLetterView extends DeadLetterRow {
  headers: Record<string, string>;
  payload: MaskedPayload;
  /** Whether the running version can read it. */
  readable: { yes: boolean; why: string };
  allowedActions: { action: 'replay' | 'discard'; allowed: boolean; reason: string | null }[];
}
/**
 * POST /api/dead-letters/dry-run (no reason) → 200 `DryRun`.
 * POST /api/dead-letters/replay, POST /api/dead-letters/discard → 202 `DeadLetterOutcome`. One, many or a whole group.
 */
export interface DeadLetterRequest {
  ids?: Id[];
  group?: string;
  /** 1 to 300 characters. */
  reason?: string;
}
export interface DryRun {
  asOf: Time;
  readable: number;
  unreadable: { why: string; count: number }[];
  /** Sagas that will go on. */
  sagas: number;
}
export interface DeadLetterOutcome {
  operationId: Id;
  /** Sent again, or discarded. */
  taken: number;
  /** Handled by somebody else meanwhile, or gone. */
  skipped: { id: Id; why: string }[];
}

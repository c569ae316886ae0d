import type { ActionOffer } from './actions';
import type { OperatorEntry } from './operator-log';
import type { Cursor, Direction, Id, Millis, Money, SagaState, Time } from './values';
import type { StepWords } from './vocabulary';

/** GET /api/sagas/{id} */
export interface SagaDetail {
  asOf: Time;
  id: Id;
  definition: string;
  definitionVersion: number;
  orderId: Id;
  customerId: string;
  state: SagaState;
  retrying: boolean;
  version: number;
  amount: Money | null;
  startedAt: Time;
  updatedAt: Time;
  /** When it became final. */
  endedAt: Time | null;
  /** The trace of the request that started it (32 hex digits). */
  traceId: string | null;
  /** Whole, up to thousands of characters. */
  reason: string | null;
  cause: string | null;
  nextTry: Time | null;
  story: Story;
  ledger: LedgerLine[];
  /** In the order of the definition. Both lanes: see `forth` and `back`. */
  steps: StepView[];
  /** How long the lanes took so far. */
  forwardMs: Millis;
  compensationMs: Millis | null;
  timeline: { first: TimelinePage; /** Null when `first` holds everything. */ last: TimelinePage | null; /** Log entries between the two. */ omitted: number };
  usual: UsualTiming[];
  operatorLog: OperatorEntry[];
  allowedActions: ActionOffer[];
  /** Dead letters of this saga that wait for somebody. */
  deadLetters: number;
}
/** What an operator reads first. */
export interface Story {
  tone: 'ok' | 'run' | 'comp' | 'undo' | 'bad' | 'wait';
  /** One sentence: why it is stuck, or what it waits for. */
  headline: string;
  /** How it came to this, and what it means for customer and stock. */
  meaning: string;
  /** What happens next by itself; null when nothing does. */
  next: string | null;
  /** Since when the awaited command is unanswered; null when final. */
  blockedSince: Time | null;
  nextTry: Time | null;
  attempt: number;
  attemptsAllowed: number | null;
  /** Others that stand there for the same reason: link to the list with this cause. Null when not stuck. */
  sameCause: { cause: string; others: number } | null;
  /** Further facts, ready to show: `Gateway circuit` → `open since …`. */
  facts: { label: string; value: string; at: Time | null; tone: Story['tone'] }[];
}
/** Taken, given back, should be, off by: money in minor units, stock in units. */
export interface LedgerLine {
  /** `Payment`, or the SKU. */
  item: string;
  kind: 'money' | 'stock';
  currency: string | null;
  taken: number;
  givenBack: number;
  shouldBe: number;
  offBy: number;
  /** The participant has not answered: taken or given back may already be more. */
  uncertain: boolean;
  /** `held until the refund is through`, `sold`. */
  note: string;
}
export interface StepView extends StepWords {
  forth: LaneNode;
  /** Null: it has no undo. */
  back: LaneNode | null;
  /** The participant's word for the effect, such as a charge or a parcel number. */
  reference: string | null;
  /** Of the older interface: PENDING, DOING, DONE, REFUSED, TIMED_OUT, UNDOING, UNDONE, STUCK. */
  name: string;
  state: string;
}
export interface LaneNode {
  /** `skipped`: was never necessary, draw it dashed; `waiting`: its turn comes. */
  status: 'pending' | 'running' | 'retrying' | 'done' | 'refused' | 'timed-out' | 'undone' | 'stuck' | 'waiting' | 'skipped';
  /** `€189.90 captured`, `3 units, 2 SKUs`, `waits for the refund`, `pivot, not reached`. */
  note: string;
  startedAt: Time | null;
  endedAt: Time | null;
  durationMs: Millis | null;
  attempts: number;
  attemptsAllowed: number | null;
  nextTry: Time | null;
}

/** GET /api/sagas/{id}/timeline?after=<seq>&limit=100, or `before=<seq>`: by log entry, oldest first. */
export interface TimelinePage {
  items: TimelineItem[];
  /** Log entries that this page covers. `after=to` is the next page, `before=from` the one before. */
  from: number;
  to: number;
  /** Log entries in all. */
  size: number;
}
export type TimelineItem = Attempt | Marker;
/** One sending of one command, until something came of it. */
export interface Attempt {
  kind: 'attempt';
  /** Log entry that sent it; with `command` this names the attempt. */
  seq: number;
  step: string;
  title: string;
  direction: Direction;
  /** From 1. */
  attempt: number;
  startedAt: Time;
  /** Since the saga started. */
  offsetMs: Millis;
  /** Null while it waits. */
  endedAt: Time | null;
  durationMs: Millis | null;
  outcome: 'done' | 'undone' | 'refused' | 'no-answer' | 'timed-out' | 'dead-letter' | 'abandoned' | 'waiting';
  /** Code of a refusal. */
  code: string | null;
  detail: string;
  /** `<saga>/payment/undo`: message id and idempotency key, the same on every attempt. */
  command: string;
  /** `backstep.payment.refund-payment.v1` */
  type: string;
}
export interface Marker {
  kind: 'marker';
  seq: number;
  at: Time;
  offsetMs: Millis;
  event: 'started' | 'turned-back' | 'stuck' | 'operator' | 'late' | 'completed' | 'compensated' | 'resolved' | 'note';
  text: string;
  operator: string | null;
}
/** Not yet sent, expected next: draw it hatched. Derived by the page from `steps` with `status: 'waiting'`, in reverse order. */

/** GET /api/sagas/{id}/messages?cursor=…&limit=100: oldest first. */
export interface MessagePage { messages: MessageHead[]; next: Cursor | null }
export interface MessageHead {
  /** For GET /api/sagas/{id}/messages/{key}. */
  key: string;
  at: Time;
  direction: 'out' | 'in';
  type: string;
  topic: string;
  messageId: string;
  attempt: number | null;
  seq: number;
}
export interface MessageView extends MessageHead {
  headers: Record<string, string>;
  payload: MaskedPayload;
}
/** Card tokens, names, addresses and e-mails are masked with `••••`. */
export interface MaskedPayload {
  /** Pretty-printed JSON; null when it is not JSON, for then it cannot be masked. */
  json: string | null;
  bytes: number;
  sha256: string;
  /** Why `json` is null, or which fields were masked. */
  note: string;
}
export interface UsualTiming {
  step: string;
  direction: Direction;
  title: string;
  /** So far, when it is not over; null when it never began. */
  thisMs: Millis | null;
  over: boolean;
  /** Of the last 24 hours; null when too few. */
  p50Ms: Millis | null;
  p95Ms: Millis | null;
  /** `usual`, `slow` (beyond p95), `very-slow` (beyond ten times p95), `unknown`. */
  verdict: 'usual' | 'slow' | 'very-slow' | 'unknown';
  /** `usual`, `1,500 times slower than usual`. */
  text: string;
}

/**
 * The contract between the console's pages and the orchestrator: every request, every answer, every live event.
 *
 * Rules that hold everywhere
 * - All paths are under `/api`, all bodies are JSON. An error is `application/problem+json`: see `Problem`.
 * - Times are ISO 8601 in UTC (`2026-03-01T14:21:07.312Z`), durations are whole milliseconds, money is in minor units.
 * - Every read carries `asOf`: the moment that it shows, by the server's clock. Ages and countdowns are counted from it.
 * - Sentences never contain a relative time ("in 42 s"): what counts down comes as a time beside the sentence.
 * - Text is plain text and may be hostile, very long or right-to-left: never HTML. Lists carry texts cut to 300 characters;
 *   a saga's own page carries them whole.
 * - Unsafe methods (POST, DELETE) carry the header `X-Backstep-Console: 1`; without it a cookie is worth nothing.
 * - Names of steps, causes, services and states may be new to the page: show them as they are.
 */

// ── Values ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** An instant, ISO 8601, UTC. */
export type Time = string;
/** A UUID. */
export type Id = string;
/** Opaque: give it back to get the next page. Rows that arrive meanwhile move nothing behind it. */
export type Cursor = string;
/** Whole milliseconds. */
export type Millis = number;

/** `minor` may be negative where it is a difference. */
export interface Money {
  minor: number;
  /** ISO 4217. */
  currency: string;
}

/** RFC 9457. `type` is stable; `title` and `detail` are sentences for people. */
export interface Problem {
  /** `https://backstep.dev/problems/<name>`; names used by the console are listed in `ProblemName`. */
  type: string;
  title: string;
  status: number;
  detail?: string;
  instance?: string;
  /** With `saga-moved`: what the saga is now. */
  version?: number;
  state?: SagaState;
  /** With `validation-failed` style answers. */
  violations?: { field: string; message: string }[];
}

/**
 * - `unauthenticated` 401: no session, or it has expired: go to the login page, keep the deep link.
 * - `login-refused` 401: wrong name or password (never says which). `too-many-logins` 429: `Retry-After` says when.
 * - `forbidden` 403: a viewer acts, or a customer looks. `cross-site` 403: header, Origin or Sec-Fetch-Site missing or foreign.
 * - `saga-moved` 409: `detail` says in words what happened meanwhile. Nothing was sent. `bulk-moved` 409: the run has started or stopped.
 * - `action-not-allowed` 422: `detail` says why. `not-confirmed` 422: the typed order number is another one.
 * - `invalid-query`, `invalid-action`, `malformed-body`, `bad-request` 400; `saga-not-found`, `dead-letter-not-found`, `bulk-not-found` 404.
 * - `unavailable` 503: the database does not answer; `Retry-After` in seconds.
 */
export type ProblemName =
  | 'unauthenticated' | 'login-refused' | 'too-many-logins' | 'forbidden' | 'cross-site'
  | 'saga-moved' | 'bulk-moved' | 'action-not-allowed' | 'not-confirmed'
  | 'invalid-query' | 'invalid-action' | 'malformed-body' | 'bad-request'
  | 'saga-not-found' | 'dead-letter-not-found' | 'bulk-not-found' | 'unavailable' | 'internal-error';

export type SagaState = 'RUNNING' | 'COMPENSATING' | 'STUCK' | 'COMPLETED' | 'COMPENSATED' | 'RESOLVED';
export type Direction = 'do' | 'undo';
/** `holds` ok, `explained` look but no alarm, `broken` alarm, `unknown` could not be checked. */
export type Health = 'holds' | 'explained' | 'broken' | 'unknown';

// ── Session: who I am ─────────────────────────────────────────────────────────────────────────────────────────────────

/** GET /api/session: always 200, signed in or not. */
export interface Session {
  user: { name: string; role: 'viewer' | 'operator' } | null;
  /** When the session ends for good; null when not signed in. */
  expiresAt: Time | null;
  /** How one signs in here. `password`: POST /api/session. `oidc`: navigate to `url`, which comes back to `/`. */
  login: { kind: 'password' } | { kind: 'oidc'; url: string };
  /** Shown beside the brand: profile, and this instance. */
  environment: string;
  instance: string;
  serverTime: Time;
}
/** POST /api/session → 200 `Session` with the cookie; 401 `login-refused`, 429 `too-many-logins`. DELETE /api/session → 204. */
export interface Login { user: string; password: string }

// ── Vocabulary: words for steps and causes, fetched once ──────────────────────────────────────────────────────────────

/** GET /api/vocabulary */
export interface Vocabulary {
  definitions: DefinitionWords[];
  /** Causes that a filter can name. */
  causes: CauseWords[];
}
export interface DefinitionWords {
  definition: string;
  version: number;
  steps: StepWords[];
}
export interface StepWords {
  /** `payment` */
  step: string;
  kind: 'undo-only' | 'compensatable' | 'pivot' | 'retriable';
  /** `Charge payment`, `Refund payment`; `undoTitle` is null where there is no undo. */
  title: string;
  undoTitle: string | null;
  /** `payment-service` */
  service: string;
}
export interface CauseWords {
  /** As in `SagaFilter.cause`. */
  cause: string;
  /** `No answer to the refund` */
  title: string;
}

// ── Counts: for the navigation, on every page ─────────────────────────────────────────────────────────────────────────

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

// ── Overview ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export type Window = '15m' | '1h' | '24h';

/** GET /api/overview?window=1h */
export interface Overview {
  asOf: Time;
  window: Window;
  figures: KeyFigures;
  /** By cause, worst first; empty: nothing needs anybody. */
  attention: Attention[];
  /** Oldest first, without gaps, the last one still filling: a minute each for 15m and 1h, an hour each for 24h. */
  series: SeriesPoint[];
  grain: Millis;
  steps: StepFigures[];
  /** A few lines of the consistency page. */
  books: BookLine[];
  booksAsOf: Time;
  /** When messages do not leave: the banner "Kafka cannot be reached". Null when all is well. */
  delivery: { waiting: number; oldestMs: Millis; sentence: string } | null;
  latest: SagaRow[];
}
export interface KeyFigures {
  /** Per minute over the window; `startedChange` is a ratio against the window before (0.03 is 3 % more), null without one. */
  startedPerMinute: number;
  startedChange: number | null;
  /** COMPLETED of all that finished in the window, 0 to 1; null when none finished. */
  completedRatio: number | null;
  completedTarget: number;
  compensating: number;
  /** Median from turning back to COMPENSATED in the window. */
  undoMedianMs: Millis | null;
  stuck: number;
  oldestStuckSince: Time | null;
  /** From the start of the saga to its confirmation. */
  confirmP95Ms: Millis | null;
  confirmTargetMs: Millis;
  /** Amounts of open sagas, one per currency. */
  moneyInFlight: Money[];
  open: number;
}
export interface Attention {
  /** `stuck`: link to the list filtered by `cause`. `dead-letters`: link to the group. `late`: no timer runs. */
  kind: 'stuck' | 'dead-letters' | 'late' | 'retrying';
  tone: 'bad' | 'comp';
  /** `Refunds without an answer` */
  title: string;
  /** What it means and what goes on by itself, in a sentence or two. */
  detail: string;
  /** A filter's cause, or a dead letter group's key. */
  cause: string;
  count: number;
  /** What is counted: `sagas`, `messages`. */
  unit: 'sagas' | 'messages';
  oldest: Time;
  /** Money held: taken, neither given back nor earned. Empty when none. */
  money: Money[];
  moneyMeaning: string;
  /** Units of stock held. */
  units: number;
  sagas: number;
  /** Null: only by hand. May lie in the past by a second: it is being tried. */
  nextTry: Time | null;
}
export interface SeriesPoint {
  at: Time;
  started: number;
  completed: number;
  compensated: number;
  /** Got stuck, and resolved by hand, in this time. */
  stuck: number;
  resolved: number;
  /** Order to confirmation; null when nothing was confirmed. */
  p50Ms: Millis | null;
  p95Ms: Millis | null;
  p99Ms: Millis | null;
}
export interface StepFigures {
  step: string;
  title: string;
  service: string;
  kind: StepWords['kind'];
  /** Null for a step that is done before the saga starts. Of sagas that finished in the window. */
  forth: DirectionFigures | null;
  undoTitle: string | null;
  back: DirectionFigures | null;
}
export interface DirectionFigures {
  perMinute: number;
  p95Ms: Millis | null;
  /** 0 to 1: needed more than one attempt; was refused or timed out. */
  retried: number;
  failed: number;
  /** Sagas that are stuck here now. */
  blocked: number;
}
export interface BookLine {
  health: Health;
  title: string;
  /** `captured − refunded = completed orders`, `explained by 9 open sagas`. */
  note: string;
  /** Ready to show: `€0.00 off`, `38 ms`. */
  value: string;
}

// ── Sagas: search, filters, pages ─────────────────────────────────────────────────────────────────────────────────────

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

// ── One saga ──────────────────────────────────────────────────────────────────────────────────────────────────────────

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

// ── Acting on one saga ────────────────────────────────────────────────────────────────────────────────────────────────

export type Action = 'retry' | 'retry-with-deadline' | 'compensate' | 'resolve';

export interface ActionOffer {
  action: Action;
  /** `Retry refund now` */
  label: string;
  allowed: boolean;
  /** A sentence when it is not allowed; null otherwise. A viewer is refused everything. */
  reason: string | null;
  danger: boolean;
  /** What the dialog says will happen, in order. */
  effects: { tone: Story['tone']; text: string }[];
  /** `order-id`: the operator types the order number, and the server checks it. */
  confirm: 'none' | 'order-id';
  /** For `retry-with-deadline`: seconds that this try may take. */
  deadline: { usual: number; least: number; most: number } | null;
}
/** POST /api/sagas/{id}/actions → 202 `Accepted`; 409 `saga-moved`; 422 `action-not-allowed`, `not-confirmed`. */
export interface ActionRequest {
  action: Action;
  /** The version that the operator saw. */
  expectedVersion: number;
  /** 1 to 300 characters. */
  reason: string;
  /** For `retry-with-deadline`. */
  deadlineSeconds?: number;
  /** For `resolve`: as typed, whole or at least the last four characters if no other stuck saga's number ends so. */
  orderId?: string;
}
/** It is written down and on its way; whether it worked shows in the operator log entry of that id. */
export interface Accepted {
  operationId: Id;
  sagaId: Id;
  /** After the action: hints with a larger version bring its outcome. */
  version: number;
}

// ── Bulk: freeze, preview, run, stop ──────────────────────────────────────────────────────────────────────────────────

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

// ── Dead letters ──────────────────────────────────────────────────────────────────────────────────────────────────────

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

// ── Consistency ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** GET /api/consistency */
export interface Consistency {
  asOf: Time;
  sections: RuleSection[];
  services: ServiceFigures[];
  /** Replica and cache; null until there is one. */
  reads: BookLine[] | null;
  /** Of the older interface. */
  sagas: Record<SagaState, number>;
  openPastDeadline: number;
  outboxPending: number;
  outboxOldestSeconds: number;
  deadLetters: number;
}
export interface RuleSection {
  /** `Money`, `Stock`, `Sagas` */
  title: string;
  /** `EUR`, `412 SKUs, units` */
  note: string;
  rules: Rule[];
}
export interface Rule {
  /** `captured − refunded = completed orders` */
  name: string;
  health: Health;
  unit: 'money' | 'units' | 'count';
  currency: string | null;
  /** Null when a service does not answer: then `why` says so. */
  left: number | null;
  right: number | null;
  difference: number | null;
  explained: number | null;
  /** `9 open sagas`, with a filter for the list. */
  explainedBy: { text: string; filter: SagaFilter } | null;
  unexplained: number | null;
  why: string | null;
}
export interface ServiceFigures {
  service: string;
  state: 'up' | 'silent' | 'unknown';
  /** Age of the figures; null when there are none. */
  ageMs: Millis | null;
  outboxPending: number | null;
  outboxOldestMs: Millis | null;
  publishLagP99Ms: Millis | null;
  /** Since the process started. */
  duplicates: number | null;
  tombstones: number | null;
  deadLetters: number | null;
  /** Further figures of this service, ready to show: `Gateway circuit` → `closed`. */
  more: BookLine[];
  why: string | null;
}

// ── Operator log ──────────────────────────────────────────────────────────────────────────────────────────────────────

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

// ── Live ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * GET /api/live (text/event-stream): named events; events are hints, the truth is what a GET says. After every (re)connect
 * refetch. `retry: 1000`; a comment every 10 s keeps the line open. 401 when the session has ended.
 */
export interface LiveEvents {
  /** First on every connection. */
  hello: { asOf: Time; instance: string };
  /** At most twice a second. */
  changed: LiveChange;
  /** After every look, twice a second, that found nothing new. */
  pulse: LivePulse;
}
export interface LiveChange {
  asOf: Time;
  /** How long the oldest of these changes took to get here. */
  behindMs: Millis;
  /** At most 200; see `more`. */
  sagas: { id: Id; version: number; state: SagaState }[];
  /** More sagas moved than are listed, or some may have been missed: refetch whatever is shown. */
  more: boolean;
  /** `Counts` have changed. */
  counts: boolean;
  deadLetters: boolean;
  operatorLog: boolean;
  bulk: boolean;
}
export interface LivePulse {
  asOf: Time;
  /** Age of the last look at the database. */
  behindMs: Millis;
  /** False: the database does not answer, what is shown grows old. */
  database: boolean;
}

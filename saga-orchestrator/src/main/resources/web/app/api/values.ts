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

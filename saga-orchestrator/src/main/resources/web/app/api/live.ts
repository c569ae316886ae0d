import type { Id, Millis, SagaState, Time } from './values';

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

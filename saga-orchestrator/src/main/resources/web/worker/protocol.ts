import type { LiveChange, LivePulse } from '../app/api';

/** What a tab says to the worker that owns the live connection. */
export type ToWorker = { kind: 'hello' } | { kind: 'bye' } | { kind: 'again' };

/** What the worker says to its tabs. */
export type FromWorker =
  | { kind: 'connected'; asOf: string }
  | { kind: 'lost'; nextTry: number }
  | { kind: 'pulse'; pulse: LivePulse }
  | { kind: 'changed'; change: LiveChange };

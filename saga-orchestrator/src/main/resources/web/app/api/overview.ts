import type { SagaRow } from './sagas';
import type { Health, Millis, Money, Time } from './values';
import type { StepWords } from './vocabulary';

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

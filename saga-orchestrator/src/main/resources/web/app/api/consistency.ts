import type { BookLine } from './overview';
import type { SagaFilter } from './sagas';
import type { Health, Millis, SagaState, Time } from './values';

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

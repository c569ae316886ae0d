import type { Story } from './saga';
import type { Id } from './values';

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

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

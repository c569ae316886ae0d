import type { LaneNode, SagaDetail } from '../api';
import { nodeLook, type Tone } from './states';

/** What is expected next, though it has not been sent. */
export interface Planned {
  key: string;
  title: string;
  back: boolean;
  tone: Tone;
  note: string;
  /** Milliseconds since the epoch; undefined when only its turn is known. */
  at: number | undefined;
  /** When the saga started. */
  start: number;
}

const OPEN = new Set(['running', 'retrying', 'stuck']);

/** The next try first, then the steps whose turn comes, the later ones before the earlier. */
export function planned(saga: SagaDetail): Planned[] {
  const start = Date.parse(saga.startedAt);
  const expected = (key: string, title: string, node: LaneNode): Planned => ({
    key,
    title,
    back: key.endsWith('/undo'),
    tone: nodeLook(node.status).tone,
    note: node.note,
    at: node.nextTry ? Date.parse(node.nextTry) : undefined,
    start,
  });
  const tries = saga.steps.flatMap((step) => [
    ...(OPEN.has(step.forth.status) && step.forth.nextTry ? [expected(`${step.step}/do`, `${step.title}, attempt ${step.forth.attempts + 1}`, step.forth)] : []),
    ...(step.back && OPEN.has(step.back.status) && step.back.nextTry
      ? [expected(`${step.step}/undo`, `${step.undoTitle}, attempt ${step.back.attempts + 1}`, step.back)]
      : []),
  ]);
  const turns = saga.steps.filter((step) => step.back?.status === 'waiting').map((step) => expected(`${step.step}/undo`, step.undoTitle ?? step.title, step.back!));
  return [...tries, ...turns.toReversed()];
}

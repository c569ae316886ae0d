import type { Direction, StepWords, Vocabulary } from '../api';
import { get } from './client';

/** The server's words for steps and causes, fetched once. A name without words is shown as it is. */
let vocabulary: Vocabulary = { definitions: [], causes: [] };

export async function learnWords(): Promise<void> {
  vocabulary = await get<Vocabulary>('/api/vocabulary');
}

export function causes(): Vocabulary['causes'] {
  return vocabulary.causes;
}

export function causeTitle(cause: string): string {
  return vocabulary.causes.find((each) => each.cause === cause)?.title ?? cause;
}

/** Every step of every definition once, the newest words winning. */
export function allSteps(): StepWords[] {
  const known = new Map<string, StepWords>();
  vocabulary.definitions.forEach((definition) => definition.steps.forEach((step) => known.set(step.step, step)));
  return [...known.values()];
}

export function stepTitle(step: string, direction: Direction = 'do'): string {
  const words = allSteps().find((each) => each.step === step);
  return (direction === 'do' ? words?.title : words?.undoTitle) ?? (direction === 'do' ? step : `Undo ${step}`);
}

/** `payment/undo` as `Refund payment`. */
export function blockedTitle(blockedAt: string): string {
  const [step = blockedAt, direction] = blockedAt.split('/');
  return direction === undefined ? `${stepTitle(step)}, both ways` : stepTitle(step, direction === 'undo' ? 'undo' : 'do');
}

import { html, type TemplateResult } from 'lit';
import { icon, type Icon } from '../core/icons';

/** A tone is a role of colour; it always comes with an icon and a word. */
export type Tone = 'ok' | 'run' | 'comp' | 'undo' | 'bad' | 'wait' | 'plain';

interface Look {
  tone: Tone;
  icon: Icon;
  word: string;
}

const STATES: Record<string, Look> = {
  RUNNING: { tone: 'run', icon: 'play', word: 'Running' },
  COMPENSATING: { tone: 'comp', icon: 'undo', word: 'Compensating' },
  STUCK: { tone: 'bad', icon: 'alert', word: 'Stuck' },
  COMPLETED: { tone: 'ok', icon: 'check', word: 'Completed' },
  COMPENSATED: { tone: 'undo', icon: 'undo', word: 'Compensated' },
  RESOLVED: { tone: 'wait', icon: 'hand', word: 'Resolved by hand' },
};

const NODES: Record<string, Look> = {
  pending: { tone: 'wait', icon: 'minus', word: 'not reached' },
  running: { tone: 'run', icon: 'play', word: 'running' },
  retrying: { tone: 'comp', icon: 'retry', word: 'retrying' },
  done: { tone: 'ok', icon: 'check', word: 'done' },
  refused: { tone: 'bad', icon: 'x', word: 'refused' },
  'timed-out': { tone: 'bad', icon: 'clock', word: 'timed out' },
  undone: { tone: 'undo', icon: 'undo', word: 'undone' },
  stuck: { tone: 'bad', icon: 'alert', word: 'stuck' },
  waiting: { tone: 'wait', icon: 'clock', word: 'waits' },
  skipped: { tone: 'wait', icon: 'minus', word: 'nothing to undo' },
  none: { tone: 'wait', icon: 'minus', word: 'nothing to undo' },
  'no-answer': { tone: 'bad', icon: 'x', word: 'no answer' },
  'dead-letter': { tone: 'bad', icon: 'dead', word: 'dead letter' },
  abandoned: { tone: 'wait', icon: 'minus', word: 'abandoned' },
};

const OUTCOMES: Record<string, Look> = {
  accepted: { tone: 'run', icon: 'clock', word: 'Accepted' },
  worked: { tone: 'ok', icon: 'check', word: 'Worked' },
  failed: { tone: 'bad', icon: 'x', word: 'Failed' },
  stopped: { tone: 'wait', icon: 'minus', word: 'Stopped' },
};

const HEALTH: Record<string, Look> = {
  holds: { tone: 'ok', icon: 'check', word: 'holds' },
  explained: { tone: 'comp', icon: 'alert', word: 'explained by open sagas' },
  broken: { tone: 'bad', icon: 'alert', word: 'broken' },
  unknown: { tone: 'wait', icon: 'minus', word: 'not known' },
};

function look(looks: Record<string, Look>, name: string): Look {
  return Object.hasOwn(looks, name) ? looks[name]! : { tone: 'wait', icon: 'minus', word: name };
}

export const stateLook = (state: string): Look => look(STATES, state);
export const nodeLook = (status: string): Look => look(NODES, status);
export const outcomeLook = (outcome: string): Look => look(OUTCOMES, outcome);
export const healthLook = (health: string): Look => look(HEALTH, health);

export function badge({ tone, icon: drawing, word }: Look): TemplateResult {
  return html`<span class="state ${tone}">${icon(drawing)}${word}</span>`;
}

export function pill({ tone, icon: drawing, word }: Look): TemplateResult {
  return html`<span class="pill ${tone}">${icon(drawing)}${word}</span>`;
}

/** The sign alone, its word for those who do not see it. */
export function sign({ tone, icon: drawing, word }: Look): TemplateResult {
  return html`<span class="state ${tone}" title=${word}>${icon(drawing)}<span class="vh">${word}</span></span>`;
}

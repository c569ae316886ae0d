import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { LaneNode, SagaDetail, StepView } from '../api';
import { icon } from '../core/icons';
import { ahead, duration } from '../core/time';
import { nodeLook, type Tone } from './states';

const LEGEND: ReadonlyArray<readonly [Tone, string]> = [
  ['ok', 'done'],
  ['run', 'running'],
  ['comp', 'retrying'],
  ['bad', 'failed or stuck'],
  ['undo', 'undone'],
  ['wait', 'waits'],
];
const DOWN = html`<span class="down">${icon('right', true)}turned back</span>`;

/** More dots than this would be counted by nobody. */
const DOTS = 10;

/** Both ways of a saga: forward, and back again from where it turned. */
export function lanes(saga: SagaDetail, chosen: string | undefined, choose: (step: string) => void): TemplateResult {
  const turned = saga.steps.some((step) => step.back && !['skipped', 'pending'].includes(step.back.status));
  const at = turned ? turningPoint(saga.steps) : -1;
  const node = (step: StepView, direction: 'do' | 'undo') => laneNode(step, direction, chosen, choose);
  // Not a style attribute: the content security policy refuses those.
  const columns = ref((element) => (element as HTMLElement | undefined)?.style.setProperty('--steps', String(saga.steps.length)));
  return html`<section class="panel" aria-labelledby="path-title">
    <header><h2 id="path-title">Path</h2><span class="sub">solid: what happened; dashed: not reached, or nothing to undo</span>
      <div class="end legend">${LEGEND.map(([tone, word]) => html`<span><i class=${tone}></i>${word}</span>`)}</div></header>
    <div class="lanes" ${columns} tabindex="0" role="group" aria-label="Path">
      <div class="lane-name run">${icon('right')}<b>Forward</b><span class="num">${duration(saga.forwardMs)}</span></div>
      <ol class="lane forth">${saga.steps.map((step, i) => html`<li class=${i === at ? 'turn' : ''}>${node(step, 'do')}${i === at ? DOWN : nothing}</li>`)}</ol>
      <div class="lane-name comp">${icon('left')}<b>Compensation</b><span class="num">${saga.compensationMs === null ? 'not needed' : duration(saga.compensationMs)}</span></div>
      <ol class="lane back ${turned ? '' : 'quiet'}">${saga.steps.map((step) => html`<li>${step.back ? node(step, 'undo') : nothing}</li>`)}</ol>
    </div>
  </section>`;
}

/** The step that said no or nothing; else the last one that was begun. */
function turningPoint(steps: StepView[]): number {
  const failed = steps.findIndex((step) => ['refused', 'timed-out'].includes(step.forth.status));
  return failed >= 0 ? failed : steps.findLastIndex((step) => step.forth.status !== 'pending');
}

function laneNode(step: StepView, direction: 'do' | 'undo', chosen: string | undefined, choose: (step: string) => void): TemplateResult {
  const node = (direction === 'do' ? step.forth : step.back)!;
  const look = nodeLook(node.status);
  const ghost = node.status === 'pending' || node.status === 'skipped';
  const key = `${step.step}/${direction}`;
  const title = direction === 'do' ? step.title : (step.undoTitle ?? step.title);
  return html`<button class="node ${look.tone} ${ghost ? 'ghost' : ''}" aria-pressed=${chosen === key} @click=${() => choose(key)}>
    <span class="h">${icon(look.icon, true)}<bdi class="clip">${title}</bdi><span class="vh">, ${look.word}</span></span>
    <span class="s"><span class="clip" title=${step.service}>${step.service.replace(/-service$/, '')}</span>${node.durationMs === null ? nothing : html`<span class="num">${duration(node.durationMs)}</span>`}</span>
    <span class="x"><bdi class="clip" title=${node.note}>${node.nextTry ? `next ${ahead(node.nextTry)}` : node.note || look.word}</bdi>${dots(node)}</span>
  </button>`;
}

/** Attempts used of those allowed; past a handful, as a number. */
function dots(node: LaneNode): unknown {
  const allowed = node.attemptsAllowed;
  if (node.attempts < 2) {
    return nothing;
  }
  const words = allowed === null ? `${node.attempts} attempts` : `${node.attempts} of ${allowed} attempts`;
  if (allowed === null || allowed > DOTS || node.attempts > allowed) {
    return html`<span class="num tries" title=${words}>${node.attempts}×<span class="vh"> tried</span></span>`;
  }
  return html`<span class="dots" role="img" aria-label=${words}>${Array.from({ length: allowed }, (_, i) => html`<i class=${i < node.attempts ? '' : 'o'}></i>`)}</span>`;
}

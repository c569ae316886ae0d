import { html, type TemplateResult } from 'lit';
import type { DirectionFigures, StepFigures, Window } from '../api';
import { icon } from '../core/icons';
import { count } from '../core/money';
import { duration } from '../core/time';

const SPANS: Record<Window, string> = { '15m': 'last 15 minutes', '1h': 'last hour', '24h': 'last 24 hours' };

/** Each step beside the step that takes it back. */
export function stepTable(steps: StepFigures[], window: Window): TemplateResult {
  return html`<section class="panel" aria-labelledby="steps-title">
    <header><h2 id="steps-title">Steps and their compensations</h2><span class="sub">${SPANS[window]}</span></header>
    <div class="scroll" tabindex="0" role="group" aria-labelledby="steps-title">
      <table class="tight labelled">
        <thead>
          <tr>
            <th scope="col">Step</th>${['per min', 'p95', 'retried', 'failed', 'blocked'].map(head)}
            <th scope="col" class="split">Compensation</th>${['per min', 'p95', 'blocked'].map(head)}
          </tr>
        </thead>
        <tbody>${steps.map(row)}</tbody>
      </table>
    </div>
  </section>`;
}

function head(name: string): TemplateResult {
  return html`<th scope="col" class="n">${name}</th>`;
}

function row(step: StepFigures): TemplateResult {
  return html`<tr class="row">
    <th scope="row"><bdi>${step.title}</bdi> <span class="faint">${step.service.replace(/-service$/, '')}</span></th>
    ${forth(step)}
    <td class="split whole">${step.undoTitle ? html`<bdi>${step.undoTitle}</bdi>` : html`<span class="faint">none${step.kind === 'pivot' ? ', the pivot' : ', after the pivot'}</span>`}</td>
    ${back(step.back)}
  </tr>`;
}

function forth({ forth: f }: StepFigures): TemplateResult {
  if (!f) {
    return html`<td class="n faint whole" colspan="5">done before the saga starts</td>`;
  }
  return html`<td class="n" data-label="per min">${rate(f.perMinute)}</td><td class="n" data-label="p95">${time(f.p95Ms)}</td><td class="n" data-label="retried">${share(f.retried)}</td>
    <td class="n" data-label="failed">${share(f.failed)}</td><td class="n" data-label="blocked">${blocked(f)}</td>`;
}

function back(f: DirectionFigures | null): TemplateResult {
  return f
    ? html`<td class="n" data-label="per min">${rate(f.perMinute)}</td><td class="n" data-label="p95">${time(f.p95Ms)}</td><td class="n" data-label="blocked">${blocked(f)}</td>`
    : html`<td></td><td></td><td></td>`;
}

function blocked(f: DirectionFigures): unknown {
  return f.blocked > 0 ? html`<span class="state bad">${icon('alert')}${count(f.blocked)}<span class="vh"> blocked</span></span>` : '0';
}

function rate(perMinute: number): string {
  return perMinute > 0 && perMinute < 10 ? perMinute.toFixed(1) : count(Math.round(perMinute));
}

function time(ms: number | null): string {
  return ms === null ? '–' : duration(ms);
}

function share(ratio: number): string {
  return `${(ratio * 100).toFixed(1)}%`;
}

import { html, type TemplateResult } from 'lit';
import type { UsualTiming } from '../api';
import { duration } from '../core/time';
import { empty } from './faces';

const TONES: Record<UsualTiming['verdict'], string> = { usual: 'ok', slow: 'comp', 'very-slow': 'bad', unknown: 'wait' };

/** How long its steps took beside how long they usually take. */
export function usualTable(timings: UsualTiming[]): TemplateResult {
  if (timings.length === 0) {
    return empty('clock', 'Nothing to compare', 'No step of this saga has begun.');
  }
  const time = (ms: number | null) => (ms === null ? '–' : duration(ms));
  return html`<div class="scroll" tabindex="0" role="group" aria-label="Compared with usual">
    <table class="num">
      <thead><tr><th scope="col">Step</th><th scope="col" class="n">this saga</th><th scope="col" class="n">usual p50</th><th scope="col" class="n">usual p95</th><th scope="col">Difference</th></tr></thead>
      <tbody>${timings.map(
        (each) => html`<tr class="row"><th scope="row"><bdi>${each.title}</bdi></th><td class="n">${time(each.thisMs)}${each.thisMs !== null && !each.over ? ' so far' : ''}</td>
          <td class="n muted">${time(each.p50Ms)}</td><td class="n muted">${time(each.p95Ms)}</td><td class=${TONES[each.verdict] ?? 'wait'}><span class="tone">${each.text}</span></td></tr>`,
      )}</tbody>
    </table>
  </div>`;
}

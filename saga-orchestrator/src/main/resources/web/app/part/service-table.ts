import { html, type TemplateResult } from 'lit';
import type { ServiceFigures } from '../api';
import { count } from '../core/money';
import { duration } from '../core/time';
import { badge, type Tone } from './states';
import type { Icon } from '../core/icons';

const STATES: Record<ServiceFigures['state'], { tone: Tone; icon: Icon; word: string }> = {
  up: { tone: 'ok', icon: 'check', word: 'Up' },
  silent: { tone: 'bad', icon: 'alert', word: 'Silent' },
  unknown: { tone: 'wait', icon: 'minus', word: 'Not known' },
};

/** Outbox and barrier of every service, as far as each tells. */
export function serviceTable(services: ServiceFigures[]): TemplateResult {
  const columns = ['unsent', 'oldest', 'p99 to publish', 'duplicates', 'undo before do', 'dead letters'];
  return html`<section class="panel" aria-label="Outbox and barrier">
    <header><h2>Outbox and barrier</h2><span class="sub">of every service; counts since its start</span></header>
    <div class="scroll" tabindex="0" role="group" aria-label="Outbox and barrier">
      <table class="labelled">
        <thead><tr><th scope="col">Service</th><th scope="col">State</th>${columns.map((name) => html`<th scope="col" class="n">${name}</th>`)}<th scope="col">More</th></tr></thead>
        <tbody>${services.map(row)}</tbody>
      </table>
    </div>
  </section>`;
}

function row(each: ServiceFigures): TemplateResult {
  const whole = (value: number | null) => (value === null ? '–' : count(value));
  const time = (value: number | null) => (value === null ? '–' : duration(value));
  return html`<tr class="row">
    <th scope="row">${each.service}</th>
    <td title=${each.why ?? ''}>${badge(STATES[each.state] ?? { tone: 'wait', icon: 'minus', word: each.state })}</td>
    <td class="n" data-label="unsent">${whole(each.outboxPending)}</td><td class="n" data-label="oldest">${time(each.outboxOldestMs)}</td>
    <td class="n" data-label="p99 to publish">${time(each.publishLagP99Ms)}</td><td class="n" data-label="duplicates">${whole(each.duplicates)}</td>
    <td class="n" data-label="undo before do">${whole(each.tombstones)}</td><td class="n" data-label="dead letters">${whole(each.deadLetters)}</td>
    <td class="muted whole">${each.why ?? each.more.map((line) => `${line.title} ${line.value}`).join(', ')}</td>
  </tr>`;
}

import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { SeriesPoint } from '../api';
import { Part } from '../core/element';
import { count } from '../core/money';
import { duration, moment } from '../core/time';
import './finished-chart';
import './latency-chart';

const LEGEND: ReadonlyArray<readonly [string, string]> = [
  ['plain', 'completed'],
  ['undo', 'compensated'],
  ['bad', 'got stuck'],
];

/** A chart with its title; the same figures as a table for whoever prefers to read. */
@customElement('chart-panel')
export class ChartPanel extends Part {
  @property() kind: 'finished' | 'latency' = 'finished';
  @property({ attribute: false }) series: SeriesPoint[] = [];
  @property({ type: Number }) grain = 60_000;
  @property({ type: Number }) target = 0;
  @state() private table = false;

  protected override render() {
    const title = this.kind === 'latency' ? 'Order to confirmation' : `Finished per ${this.grain >= 3_600_000 ? 'hour' : 'minute'}`;
    const legend = this.kind === 'finished' && !this.table;
    return html`<section class="panel" aria-label=${title}>
      <header><h2>${title}</h2>
        <div class="end">
          ${legend ? html`<div class="legend">${LEGEND.map(([tone, word]) => html`<span><i class=${tone}></i>${word}</span>`)}</div>` : nothing}
          <button class="btn ghost sm" aria-pressed=${this.table} @click=${() => (this.table = !this.table)}>Table</button>
        </div>
      </header>
      ${this.table ? html`<div class="scroll tall" tabindex="0" role="group" aria-label=${title}>${this.figures()}</div>` : html`<div class="body">${this.chart()}</div>`}
    </section>`;
  }

  private chart() {
    return this.kind === 'latency'
      ? html`<latency-chart .series=${this.series} target=${this.target}></latency-chart>`
      : html`<finished-chart .series=${this.series}></finished-chart>`;
  }

  private figures() {
    const time = (ms: number | null) => (ms === null ? '–' : duration(ms));
    const columns: ReadonlyArray<readonly [string, (point: SeriesPoint) => string]> =
      this.kind === 'latency'
        ? [['p50', (p) => time(p.p50Ms)], ['p95', (p) => time(p.p95Ms)], ['p99', (p) => time(p.p99Ms)]]
        : [['started', (p) => count(p.started)], ['completed', (p) => count(p.completed)], ['compensated', (p) => count(p.compensated)],
           ['got stuck', (p) => count(p.stuck)], ['resolved', (p) => count(p.resolved)]];
    return html`<table>
      <thead><tr><th scope="col">From</th>${columns.map(([name]) => html`<th scope="col" class="n">${name}</th>`)}</tr></thead>
      <tbody>${this.series.toReversed().map((point) => html`<tr><td class="num">${moment(point.at)}</td>${columns.map(([, of]) => html`<td class="n">${of(point)}</td>`)}</tr>`)}</tbody>
    </table>`;
  }
}

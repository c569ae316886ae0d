import { html, svg, type SVGTemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { SeriesPoint } from '../api';
import { count } from '../core/money';
import { moment } from '../core/time';
import { Measured } from './measured';
import { ceiling, moments, onto } from './scale';

const LEFT = 34;
const BOTTOM = 138;
const UPPER = { top: 8, bottom: 76 };
const LOWER = { top: 96, bottom: BOTTOM };

/** Two bands, each with its own scale: few compensated sagas would not be seen beside many completed ones. */
@customElement('finished-chart')
export class FinishedChart extends Measured {
  @property({ attribute: false }) series: SeriesPoint[] = [];

  protected override render() {
    const most = ceiling(Math.max(4, ...this.series.map((point) => point.completed)));
    const least = ceiling(Math.max(4, ...this.series.map((point) => point.compensated + point.stuck)));
    const up = onto(0, most, UPPER.bottom, UPPER.top);
    const low = onto(0, least, LOWER.bottom, LOWER.top);
    const step = (this.width - LEFT) / Math.max(1, this.series.length);
    return html`<svg class="chart" viewBox="0 0 ${this.width} ${Measured.height}" role="img" aria-label=${this.words()}>
      ${[0, most].map((value) => this.line(up(value), value))} ${[0, least].map((value) => this.line(low(value), value))}
      ${this.series.map((point, i) => this.bars(point, LEFT + i * step, step, up, low))}
      ${moments(this.series.map((point) => point.at)).map(({ index, label }) => svg`<text x=${LEFT + index * step} y=${BOTTOM + 15}>${label}</text>`)}
      <text x=${this.width} y=${BOTTOM + 15} text-anchor="end">now</text>
    </svg>`;
  }

  private line(y: number, value: number): SVGTemplateResult {
    return svg`<line class="grid" x1=${LEFT} x2=${this.width} y1=${y} y2=${y} /><text x=${LEFT - 6} y=${y + 4} text-anchor="end">${count(value)}</text>`;
  }

  private bars(point: SeriesPoint, x: number, step: number, up: (v: number) => number, low: (v: number) => number): SVGTemplateResult {
    const width = Math.max(1, step - Math.min(2, step / 4));
    const bar = (tone: string, top: number, bottom: number) => svg`<rect class=${tone} x=${x} y=${top} width=${width} height=${Math.max(0, bottom - top)} rx="1" />`;
    const undone = low(point.compensated);
    return svg`<g><title>${this.tip(point)}</title>
      <rect class="hit" x=${x} y="0" width=${step} height=${BOTTOM} />
      ${bar('plain', up(point.completed), UPPER.bottom)} ${bar('undo', undone, LOWER.bottom)}
      ${bar('bad', low(point.compensated + point.stuck), undone)}</g>`;
  }

  private tip(point: SeriesPoint): string {
    return `${moment(point.at)}: ${count(point.completed)} completed, ${count(point.compensated)} compensated, ${count(point.stuck)} stuck`;
  }

  private words(): string {
    const sum = (of: (point: SeriesPoint) => number) => count(this.series.reduce((all, point) => all + of(point), 0));
    return `Finished over time: ${sum((p) => p.completed)} completed, ${sum((p) => p.compensated)} compensated, ${sum((p) => p.stuck)} got stuck.`;
  }
}

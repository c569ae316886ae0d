import { html, svg, type SVGTemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { SeriesPoint } from '../api';
import { duration } from '../core/time';
import { Measured } from './measured';
import { ceiling, moments, onto } from './scale';

const LEFT = 46;
const RIGHT = 36;
const TOP = 8;
const BOTTOM = 138;
/** A target so many times above all figures would press them flat: it is named, not drawn. */
const FAR = 3;
/** Labels closer than this would cover each other. */
const LABEL_PX = 13;

type Percentile = 'p50Ms' | 'p95Ms' | 'p99Ms';
const CURVES: ReadonlyArray<readonly [Percentile, string, string]> = [
  ['p99Ms', 'p99', 'comp'],
  ['p95Ms', 'p95', 'run'],
  ['p50Ms', 'p50', 'wait'],
];

/** Order to confirmation, with its target. A time without confirmations is a gap, not a zero. */
@customElement('latency-chart')
export class LatencyChart extends Measured {
  @property({ attribute: false }) series: SeriesPoint[] = [];
  @property({ type: Number }) target = 0;

  protected override render() {
    const worst = Math.max(10, ...this.series.map((point) => point.p99Ms ?? 0));
    const top = ceiling(this.target < FAR * worst ? Math.max(this.target, worst) : worst);
    const y = onto(0, top, BOTTOM, TOP);
    const x = onto(0, Math.max(1, this.series.length - 1), LEFT, this.width - RIGHT);
    return html`<svg class="chart" viewBox="0 0 ${this.width} ${Measured.height}" role="img" aria-label=${this.words()}>
      ${[0, top / 2, top].map((value) => svg`<line class="grid" x1=${LEFT} x2=${this.width - RIGHT} y1=${y(value)} y2=${y(value)} />
        <text x=${LEFT - 6} y=${y(value) + 4} text-anchor="end">${axis(value)}</text>`)}
      ${this.goal(top, y)} ${CURVES.map(([key, , tone]) => this.curve(key, tone, x, y))} ${this.labels(y)}
      ${moments(this.series.map((point) => point.at)).map(({ index, label }) => svg`<text x=${x(index)} y=${BOTTOM + 15}>${label}</text>`)}
    </svg>`;
  }

  private goal(top: number, y: (v: number) => number): SVGTemplateResult {
    if (this.target > top) {
      return svg`<text x=${LEFT + 6} y=${TOP + 14}>p95 target ${axis(this.target)}, far above</text>`;
    }
    const at = y(this.target);
    return svg`<line class="goal" x1=${LEFT} x2=${this.width - RIGHT} y1=${at} y2=${at} /><text x=${LEFT + 6} y=${at < TOP + 12 ? at + 14 : at - 5}>p95 target ${axis(this.target)}</text>`;
  }

  private curve(key: Percentile, tone: string, x: (v: number) => number, y: (v: number) => number): SVGTemplateResult[] {
    return this.runs(key).map((run) =>
      run.length === 1
        ? svg`<circle class="dot ${tone}" cx=${x(run[0]!.index)} cy=${y(run[0]!.value)} r="1.8" />`
        : svg`<polyline class="curve ${tone}" points=${run.map(({ index, value }) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`).join(' ')} />`,
    );
  }

  /** Stretches without a gap. */
  private runs(key: Percentile): { index: number; value: number }[][] {
    const runs: { index: number; value: number }[][] = [[]];
    this.series.forEach((point, index) => {
      const value = point[key];
      if (value === null) {
        runs.push([]);
      } else {
        runs.at(-1)!.push({ index, value });
      }
    });
    return runs.filter((run) => run.length > 0);
  }

  /** Beside the last point of each curve, pushed apart where they would meet, and up from the edge. */
  private labels(y: (v: number) => number): SVGTemplateResult[] {
    const shown = CURVES.flatMap(([key, name, tone]) => {
      const last = this.runs(key).at(-1)?.at(-1);
      return last ? [{ name, tone, at: y(last.value) + 4 }] : [];
    });
    let free = -Infinity;
    return shown.map(({ name, tone, at }, index) => {
      const lowest = BOTTOM - (shown.length - 1 - index) * LABEL_PX;
      free = Math.max(Math.min(at, lowest), free + LABEL_PX);
      return svg`<text class="label ${tone}" x=${this.width - RIGHT + 6} y=${free}>${name}</text>`;
    });
  }

  private words(): string {
    const last = this.series.findLast((point) => point.p95Ms !== null);
    const figure = (ms: number | null | undefined) => (ms == null ? 'not known' : duration(ms));
    return `Order to confirmation, latest: p50 ${figure(last?.p50Ms)}, p95 ${figure(last?.p95Ms)} against a target of ${duration(this.target)}, p99 ${figure(last?.p99Ms)}.`;
  }
}

function axis(ms: number): string {
  return ms >= 1000 ? `${ms / 1000} s` : `${Math.round(ms)} ms`;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { KeyFigures, Money } from '../api';
import { count, money } from '../core/money';
import { age, duration } from '../core/time';

/** Six figures in one strip. */
export function keyFigures(f: KeyFigures): TemplateResult {
  return html`<section class="panel" aria-label="Key figures">
    <dl class="kpis">
      ${figure('Started', html`${rate(f.startedPerMinute)}<small>/min</small>`, change(f.startedChange))}
      ${figure('Completed', f.completedRatio === null ? '–' : ratio(f.completedRatio), target(f))}
      ${figure('Compensating now', count(f.compensating), f.undoMedianMs === null ? 'none undone lately' : `median ${duration(f.undoMedianMs)} to undo`)}
      ${figure('Stuck', html`<span class=${f.stuck > 0 ? 'bad tone' : ''}>${count(f.stuck)}</span>`, f.oldestStuckSince ? `oldest ${age(f.oldestStuckSince)}` : 'nothing needs a hand')}
      ${figure('p95, order to confirmed', f.confirmP95Ms === null ? '–' : split(duration(f.confirmP95Ms)), slow(f))}
      ${figure('Money in flight', inFlight(f.moneyInFlight), `${count(f.open)} open sagas`)}
    </dl>
  </section>`;
}

function figure(name: string, value: unknown, below: unknown): TemplateResult {
  return html`<div class="kpi"><dt>${name}</dt><dd class="v num">${value}</dd><dd class="d">${below}</dd></div>`;
}

function rate(perMinute: number): string {
  return perMinute >= 10 || Number.isInteger(perMinute) ? count(Math.round(perMinute)) : perMinute.toFixed(1);
}

function change(by: number | null): string {
  if (by === null) {
    return 'nothing to compare with yet';
  }
  const percents = Math.abs(Math.round(by * 100));
  return percents === 0 ? 'as before' : `${percents}% ${by > 0 ? 'above' : 'below'} the time before`;
}

function ratio(of: number): string {
  return of === 1 ? '100%' : `${(of * 100).toFixed(1)}%`;
}

function target(f: KeyFigures): TemplateResult {
  const below = f.completedRatio !== null && f.completedRatio < f.completedTarget;
  return html`${below ? html`<b class="comp tone">Below</b> ` : nothing}target ${ratio(f.completedTarget)}`;
}

function slow(f: KeyFigures): TemplateResult {
  const above = f.confirmP95Ms !== null && f.confirmP95Ms > f.confirmTargetMs;
  return html`${above ? html`<b class="comp tone">Above</b> ` : nothing}target ${duration(f.confirmTargetMs)}`;
}

/** 1.84 s: the unit is smaller than the figure. */
function split(text: string): TemplateResult {
  const [, figures = text, unit = ''] = /^([\d.]+) (\w+)$/.exec(text) ?? [];
  return html`${figures}<small>${unit}</small>`;
}

function inFlight(amounts: Money[]): unknown {
  return amounts.length === 0 ? '–' : amounts.map((each) => html`<span>${money(each.minor, each.currency)}</span>`);
}

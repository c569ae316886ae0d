import { html, nothing, type TemplateResult } from 'lit';
import type { Fresh } from '../core/fresh';
import { icon, type Icon } from '../core/icons';
import { Problem } from '../core/client';
import type { Tone } from './states';

/** Nothing to show, and why that is. */
export function empty(drawing: Icon, title: string, text: unknown, action: unknown = nothing): TemplateResult {
  return html`<div class="empty">${icon(drawing)}<h2>${title}</h2><p>${text}</p>${action}</div>`;
}

/** While the first answer is on its way: about as high as what will be there. */
export function bones(lines: number): TemplateResult {
  return html`<div class="bones" role="status" aria-label="Loading">${Array.from({ length: lines }, () => html`<span></span>`)}</div>`;
}

export function banner(tone: Tone, drawing: Icon, text: unknown, actions: unknown = nothing): TemplateResult {
  return html`<div class="banner ${tone}">${icon(drawing)}<span class="breaks">${text}</span>${actions === nothing ? nothing : html`<span class="end">${actions}</span>`}</div>`;
}

/** What a page shows of a question: its answer; else what went wrong; else that it waits. An old answer stays, with a word. */
export function answer<T>(fresh: Fresh<T>, show: (value: T) => unknown, lines = 6): unknown {
  const again = html`<button class="btn sm" @click=${fresh.now}>${icon('retry', true)}Try again</button>`;
  if (fresh.value === undefined) {
    return fresh.problem ? html`<section class="panel">${failure(fresh.problem, again)}</section>` : html`<section class="panel">${bones(lines)}</section>`;
  }
  return html`${fresh.problem ? banner('bad', 'alert', html`<b>This could not be brought up to date.</b> ${said(fresh.problem)} What you see is older.`, again) : nothing}
  ${show(fresh.value)}`;
}

export function failure(problem: Problem, action: unknown = nothing): TemplateResult {
  return empty('alert', problem.title, said(problem), action);
}

/** The sentence of a problem, or what its status means to a reader. */
export function said(problem: Problem): string {
  if (problem.detail) {
    return problem.detail;
  }
  return problem.status === 0 || problem.status >= 500 ? 'It is tried again by itself. Sagas go on without the console.' : '';
}

import { html, type TemplateResult } from 'lit';
import type { SagaFilter } from '../api';
import { allSteps, causes } from '../core/words';
import { openModal } from './modal';

const MINUTE = 60;
const AGES: ReadonlyArray<readonly [number, string]> = [
  [MINUTE, '1 minute'],
  [5 * MINUTE, '5 minutes'],
  [30 * MINUTE, '30 minutes'],
  [60 * MINUTE, '1 hour'],
  [24 * 60 * MINUTE, '1 day'],
];

/** Asks for conditions; what is left empty is none. */
export function openFilter(filter: SagaFilter, become: (filter: SagaFilter) => void): void {
  openModal((close) => {
    const submit = (event: SubmitEvent) => {
      event.preventDefault();
      const form = new FormData(event.target as HTMLFormElement);
      close();
      become(read(filter, (name) => String(form.get(name) ?? '').trim()));
    };
    return html`<form @submit=${submit}>
      <header><h2 id="dialog-title">Filter the sagas</h2></header>
      <div class="body">
        ${select('blockedAt', 'Waits at', filter.blockedAt, stops())}
        ${select('cause', 'Cause', filter.cause, causes().map((each) => [each.cause, each.title] as const))}
        ${select('olderThan', 'Open for longer than', filter.olderThan, AGES)}
        ${number('amountOver', 'Amount from, in euros', filter.amountOver === undefined ? undefined : filter.amountOver / 100)}
        ${number('attemptsOver', 'Attempts over', filter.attemptsOver)}
      </div>
      <footer><button class="btn" type="button" @click=${close}>Cancel</button><button class="btn primary">Filter</button></footer>
    </form>`;
  });
}

function stops(): (readonly [string, string])[] {
  return allSteps().flatMap((step) => {
    const back = step.undoTitle ? [[`${step.step}/undo`, step.undoTitle] as const] : [];
    return step.kind === 'undo-only' ? back : [[`${step.step}/do`, step.title] as const, ...back];
  });
}

function select(name: string, label: string, value: string | number | undefined, options: readonly (readonly [string | number, string])[]): TemplateResult {
  const known = options.some(([each]) => String(each) === String(value));
  const all = value === undefined || known ? options : [...options, [value, String(value)] as const];
  return html`<div class="field"><label for="f-${name}">${label}</label>
    <select id="f-${name}" name=${name}><option value="">any</option>${all.map(([each, words]) => html`<option value=${each} ?selected=${String(each) === String(value)}>${words}</option>`)}</select></div>`;
}

function number(name: string, label: string, value: number | undefined): TemplateResult {
  return html`<div class="field"><label for="f-${name}">${label}</label><input id="f-${name}" name=${name} type="number" min="0" step="any" .value=${value === undefined ? '' : String(value)} /></div>`;
}

function read(old: SagaFilter, field: (name: string) => string): SagaFilter {
  const { blockedAt: _b, cause: _c, olderThan: _o, amountOver: _m, attemptsOver: _t, ...kept } = old;
  const positive = (text: string, times = 1) => (Number(text) > 0 ? Math.round(Number(text) * times) : undefined);
  const found = {
    blockedAt: field('blockedAt') || undefined,
    cause: field('cause') || undefined,
    olderThan: positive(field('olderThan')),
    amountOver: positive(field('amountOver'), 100),
    attemptsOver: positive(field('attemptsOver')),
  };
  return { ...kept, ...Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) };
}

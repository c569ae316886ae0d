import { html, nothing, type TemplateResult } from 'lit';
import type { SagaFilter } from '../api';
import { counted } from '../core/counted';
import { icon } from '../core/icons';
import { count } from '../core/money';
import { conditions, STATE_CHOICES, without } from '../core/saga-filter';
import { openFilter } from './filter-dialog';

type Sort = 'attention' | 'newest';

/** The question of a list: states, conditions, order. */
export function filterBar(filter: SagaFilter, sort: Sort, become: (filter: SagaFilter, sort?: Sort) => void): TemplateResult {
  const order = (event: Event) => become(filter, (event.target as HTMLSelectElement).value as Sort);
  return html`<div class="filters">
    <span class="seg" role="group" aria-label="State">${STATE_CHOICES.map(([name, states, summed]) => choice(name, states, summed, filter, become))}</span>
    ${conditions(filter).map(
      ({ field, name, value }) => html`<button class="chip on" title=${value} aria-label="Remove the condition ${name} ${value}" @click=${() => become(without(filter, field))}>
        ${name} <b>${value}</b>${icon('x', true)}</button>`,
    )}
    <button class="chip" @click=${() => openFilter(filter, become)}>${icon('filter', true)}Filter</button>
    <label class="end faint">Order <select @change=${order}>
      <option value="attention" ?selected=${sort === 'attention'}>needs attention first</option>
      <option value="newest" ?selected=${sort === 'newest'}>newest first</option>
    </select></label>
  </div>`;
}

function choice(name: string, states: SagaFilter['state'], summed: (keyof NonNullable<typeof counted.value>['states'])[], filter: SagaFilter, become: (filter: SagaFilter) => void) {
  const pressed = String(filter.state ?? '') === String(states ?? '');
  const { state: _old, ...rest } = filter;
  const known = counted.value;
  const total = known && summed.length > 0 ? summed.reduce((sum, state) => sum + (known.states[state] ?? 0), 0) : undefined;
  return html`<button aria-pressed=${pressed} @click=${() => become(states ? { ...rest, state: states } : rest)}>
    ${name}${total === undefined ? nothing : html` <b class="num">${count(total)}</b>`}
  </button>`;
}

import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { BulkRequest, SagaFilter } from '../api';
import { counted } from '../core/counted';
import { Part } from '../core/element';
import { icon } from '../core/icons';
import { count, plural } from '../core/money';
import { navigation, query, replace } from '../core/router';
import { parseFilter, toQuery } from '../core/saga-filter';
import { SagaList } from '../core/saga-list';
import { me } from '../core/session';
import { Tick } from '../core/tick';
import { Watch } from '../core/watch';
import { openBulk } from '../part/bulk-dialog';
import { answer, empty } from '../part/faces';
import { filterBar } from '../part/filter-bar';
import { copyButton } from '../part/ids';
import { sagaTable } from '../part/saga-table';

type Sort = 'attention' | 'newest';

/** Finds sagas, and acts on many. The address holds the whole question, so that it can be sent to a colleague. */
@customElement('sagas-page')
export class SagasPage extends Part {
  @state() private picked: ReadonlySet<string> = new Set();
  private asked = '';
  private readonly list = new SagaList(this, () => this.isHeld());
  private readonly moved = (): void => this.read();

  constructor() {
    super();
    new Tick(this);
    new Watch(this, counted, 'change');
  }

  override connectedCallback(): void {
    this.read();
    super.connectedCallback();
    navigation.addEventListener('moved', this.moved);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    navigation.removeEventListener('moved', this.moved);
    this.list.stop();
  }

  private get filter(): SagaFilter {
    return parseFilter(query());
  }

  private get sort(): Sort {
    return query().get('sort') === 'newest' ? 'newest' : 'attention';
  }

  private read(): void {
    if (location.pathname === '/sagas' && this.asked !== location.search) {
      this.asked = location.search;
      this.picked = new Set();
      this.list.ask(this.filter, this.sort);
    }
  }

  private become(filter: SagaFilter, sort: Sort = this.sort): void {
    replace(`/sagas?${toQuery({ ...filter, ...(sort === 'newest' ? { sort } : {}) })}`.replace(/\?$/, ''));
  }

  private isHeld(): boolean {
    return this.picked.size > 0 || (this.querySelector('table')?.matches(':hover, :focus-within') ?? false);
  }

  protected override render() {
    return html`<div class="title"><h1>Sagas</h1><div class="end">${copyButton(location.href, 'Copy link to this list', 'Copy link')}</div></div>
      ${answer(this.list.fresh, () => this.panel(), 12)}`;
  }

  private panel() {
    return html`<section class="panel" aria-label="Saga list">
      ${filterBar(this.filter, this.sort, (filter, sort) => this.become(filter, sort))}
      ${me.isOperator && this.list.rows.length > 0 && (this.picked.size > 0 || toQuery(this.filter).size > 0) ? this.bulkBar() : nothing}
      ${this.list.rows.length > 0 ? sagaTable(this.list.rows, this.picking(), this.list.gone) : this.nothingFits()}
      ${this.list.rows.length > 0 ? this.below() : nothing}
    </section>`;
  }

  private picking() {
    return me.isOperator ? { picked: this.picked, toggle: (id: string) => this.toggle(id), toggleAll: () => this.toggleAll() } : undefined;
  }

  private toggle(id: string): void {
    const next = new Set(this.picked);
    if (!next.delete(id)) {
      next.add(id);
    }
    this.picked = next;
  }

  private toggleAll(): void {
    const all = this.list.rows.every((row) => this.picked.has(row.id));
    this.picked = new Set(all ? [] : this.list.rows.map((row) => row.id));
  }

  /** Acts on what is picked, else on all that fit the filter; never on everything there is. */
  private bulkBar() {
    const all = this.list.fresh.value?.total;
    const some = this.picked.size > 0;
    const target = some ? { ids: [...this.picked] } : { filter: this.filter };
    const open = (action: BulkRequest['action']) => () => openBulk({ action, ...target });
    return html`<div class="filters ${some ? 'picked-bar' : ''}">
      ${some
        ? html`<b>${count(this.picked.size)} selected</b><button class="btn ghost sm" @click=${() => (this.picked = new Set())}>Select none</button>`
        : html`<span class="faint">${all == null ? 'All that match' : plural(all, 'match', 'match')}</span>`}
      <span class="end">
        <button class="btn sm" @click=${open('retry')}>${icon('retry', true)}Retry ${some ? 'selected' : 'all'}, preview first</button>
        <button class="btn sm" @click=${open('compensate')}>${icon('undo', true)}Compensate ${some ? 'selected' : 'all'}, preview first</button>
      </span>
    </div>`;
  }

  private below() {
    const total = this.list.fresh.value?.total;
    const shown = total == null ? `${count(this.list.rows.length)} shown` : `${count(this.list.rows.length)} of ${count(total)} shown`;
    return html`<div class="filters below">
      <span class="faint num">${shown}${this.list.new > 0 ? html`. New rows wait while you are at the list: <b>${count(this.list.new)} new</b>` : nothing}</span>
      <span class="end">
        ${this.list.new > 0 ? html`<button class="btn sm" @click=${() => this.letIn()}>Show ${plural(this.list.new, 'new one', 'new ones')}</button>` : nothing}
        ${this.list.hasMore ? html`<button class="btn sm" @click=${() => this.list.older()}>Older</button>` : nothing}
      </span>
    </div>`;
  }

  private letIn(): void {
    this.picked = new Set();
    this.list.letIn();
  }

  private nothingFits() {
    const searched = this.list.fresh.value?.searched ?? [];
    if (toQuery(this.filter).size === 0) {
      return empty('list', 'No sagas yet', html`Place an order with <code>POST /orders</code>, and its saga is here within a second.`);
    }
    const where = searched.length > 0 ? `Searched as ${searched.join(', ')}. Ids are searched whole, or by their first eight characters.` : 'No saga fits all conditions.';
    return empty('search', this.filter.q ? `No saga matches ${this.filter.q}` : 'No saga matches', where, html`<button class="btn sm" @click=${() => this.become({})}>Show all sagas</button>`);
  }
}

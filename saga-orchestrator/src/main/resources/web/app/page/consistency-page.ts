import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Consistency } from '../api';
import { get } from '../core/client';
import { Part } from '../core/element';
import { Fresh } from '../core/fresh';
import { Tick } from '../core/tick';
import { age } from '../core/time';
import { bookLines } from '../part/book-lines';
import { answer } from '../part/faces';
import { ruleTable } from '../part/rule-table';
import { serviceTable } from '../part/service-table';

/** The figures of other services are no hints of ours: they are looked at again after this time. */
const EVERY_MS = 5_000;

/** Whether money and stock add up, and whether messages flow. */
@customElement('consistency-page')
export class ConsistencyPage extends Part {
  private readonly view = new Fresh<Consistency>(this, (signal) => get('/api/consistency', signal), { concerns: (change) => change.counts, gapMs: 2_000, everyMs: EVERY_MS });

  constructor() {
    super();
    new Tick(this);
  }

  protected override render() {
    return html`<div class="title">
        <h1>Consistency</h1>
        ${this.view.value ? html`<span class="faint num">as of ${age(this.view.value.asOf)} ago</span>` : nothing}
        <p>Rules that hold across services. A difference is either explained by open sagas, or it is an alarm.</p>
      </div>
      ${answer(this.view, (value) => this.all(value), 14)}`;
  }

  private all(value: Consistency) {
    return html`<div class="stack">
      ${value.sections.map(ruleTable)} ${serviceTable(value.services)}
      ${value.reads ? html`<section class="panel"><header><h2>Reads</h2><span class="sub">replica and cache</span></header>${bookLines(value.reads)}</section>` : nothing}
    </div>`;
  }
}

import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Overview } from '../api';
import { get } from '../core/client';
import { Part } from '../core/element';
import { Fresh } from '../core/fresh';
import { navigation } from '../core/router';
import { age } from '../core/time';
import { Tick } from '../core/tick';
import { attention } from '../part/attention';
import { bookLines } from '../part/book-lines';
import { answer, banner, empty } from '../part/faces';
import { keyFigures } from '../part/key-figures';
import { sagaTable } from '../part/saga-table';
import { stepTable } from '../part/step-table';
import { chosenWindow } from '../part/top-bar';
import '../chart/chart-panel';

/** An overview is more work than a list, and nobody reads figures faster. */
const GAP_MS = 900;
const EVERY_MS = 10_000;

/** Whoever asks after a long rest gets old books, or none, and new ones are fetched behind him. */
const WHILE_BOOKS_ARE_OLD_MS = 1_500;

function pace(known: Overview): number {
  const old = Date.parse(known.asOf) - Date.parse(known.booksAsOf) > EVERY_MS;
  return old || known.books.some((line) => line.health === 'unknown') ? WHILE_BOOKS_ARE_OLD_MS : EVERY_MS;
}

/** What needs a human, and how it goes otherwise. */
@customElement('overview-page')
export class OverviewPage extends Part {
  private window = chosenWindow();
  private readonly overview = new Fresh<Overview>(this, (signal) => get(`/api/overview?window=${this.window}`, signal), { gapMs: GAP_MS, everyMs: pace });
  private readonly moved = (): void => {
    if (this.window !== chosenWindow()) {
      this.window = chosenWindow();
      this.overview.now();
    }
  };

  constructor() {
    super();
    new Tick(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    navigation.addEventListener('moved', this.moved);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    navigation.removeEventListener('moved', this.moved);
  }

  protected override render() {
    return html`<h1 class="vh">Overview</h1>${answer(this.overview, (value) => this.all(value), 14)}`;
  }

  private all(value: Overview) {
    return html`<div class="stack">
      ${value.delivery ? banner('comp', 'alert', html`<b>Messages do not leave.</b> ${value.delivery.sentence}`) : nothing}
      ${keyFigures(value.figures)} ${attention(value.attention, value.figures.open)}
      <div class="two">
        <chart-panel kind="finished" .series=${value.series} grain=${value.grain}></chart-panel>
        <chart-panel kind="latency" .series=${value.series} grain=${value.grain} target=${value.figures.confirmTargetMs}></chart-panel>
      </div>
      <div class="two wide-left">
        ${stepTable(value.steps, value.window)}
        <section class="panel" aria-labelledby="books-title">
          <header><h2 id="books-title">Books and delivery</h2><span class="sub">checked ${age(value.booksAsOf)} ago</span><a class="link end" href="/consistency">Details</a></header>
          ${bookLines(value.books)}
        </section>
      </div>
      ${this.latest(value)}
    </div>`;
  }

  private latest(value: Overview) {
    return html`<section class="panel" aria-labelledby="latest-title">
      <header><h2 id="latest-title">Latest sagas</h2><span class="sub">upper cells: forward, lower cells: compensation</span><a class="link end" href="/sagas">All sagas</a></header>
      ${value.latest.length > 0 ? sagaTable(value.latest) : empty('list', 'No sagas yet', html`Place an order with <code>POST /orders</code>, and its saga is here within a second.`)}
    </section>`;
  }
}

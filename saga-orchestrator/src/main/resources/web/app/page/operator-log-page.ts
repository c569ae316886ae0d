import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { OperatorLogPage as Entries } from '../api';
import { get } from '../core/client';
import { Part } from '../core/element';
import { Fresh } from '../core/fresh';
import { grown } from '../core/grown';
import { count } from '../core/money';
import { answer, empty } from '../part/faces';
import { operatorEntries } from '../part/operator-entries';

/** A screenful; each press of Older shows more. */
const FEW = 50;

/** Who did what, when and why; what it was and what it became. Nothing is ever taken out. */
@customElement('operator-log-page')
export class OperatorLogPage extends Part {
  private presses = 0;
  private readonly log = new Fresh<Entries>(this, (signal) => this.load(signal), {
    concerns: (change) => change.operatorLog || change.bulk,
  });

  protected override render() {
    return html`<div class="title"><h1>Operator log</h1><p>What operators did, and what came of it. Entries are only ever added.</p></div>
      ${answer(this.log, (value) => this.entries(value), 8)}`;
  }

  private entries(value: Entries) {
    if (value.entries.length === 0) {
      return html`<section class="panel">${empty('log', 'No operator has done anything yet', 'Every retry so far was automatic.')}</section>`;
    }
    return html`<section class="panel" aria-label="Entries">
      <div class="scroll" tabindex="0" role="group" aria-label="Entries">${operatorEntries(value.entries, true)}</div>
      <div class="filters below"><span class="faint num">${count(value.entries.length)} shown</span>
        <span class="end">${value.next ? html`<button class="btn sm" @click=${() => this.older()}>Older</button>` : nothing}</span></div>
    </section>`;
  }

  private async load(signal: AbortSignal): Promise<Entries> {
    const pages = await grown(this.presses, FEW, (page) => get<Entries>(`/api/operator-log?${new URLSearchParams(page)}`, signal));
    return { ...pages.at(-1)!, entries: pages.flatMap((page) => page.entries) };
  }

  private older(): void {
    this.presses++;
    this.log.now();
  }
}

import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Attempt, SagaDetail } from '../api';
import { Part } from '../core/element';
import { blockedTitle } from '../core/words';
import { icon } from '../core/icons';
import { attemptCard } from './attempt-card';
import { bringIntoView } from './beside';
import { empty } from './faces';
import { operatorEntries } from './operator-entries';
import { usualTable } from './usual-table';
import './attempt-list';
import './message-list';
import './message-card';

type View = 'attempts' | 'messages' | 'usual' | 'operators';
const VIEWS: ReadonlyArray<readonly [View, string]> = [
  ['attempts', 'Attempts'],
  ['messages', 'Messages'],
  ['usual', 'Compared with usual'],
  ['operators', 'Operator log'],
];

/** A saga from four sides, and beside it whatever was chosen there. */
@customElement('saga-views')
export class SagaViews extends Part {
  @property({ attribute: false }) saga!: SagaDetail;
  /** `payment/undo`: shows only its attempts. */
  @property() step: string | undefined;
  @state() private view: View = 'attempts';
  @state() private scale: 'log' | 'real' = 'log';
  @state() private attempt: Attempt | undefined;
  @state() private message: string | undefined;

  protected override updated(changed: Map<string, unknown>): void {
    if ((changed.has('attempt') && this.attempt) || (changed.has('message') && this.message)) {
      bringIntoView(this);
    }
  }

  protected override render() {
    const card = this.card();
    return html`<div class=${card === nothing ? '' : 'beside'}>
      <section class="panel" aria-labelledby="views-title">
        <header>
          <h2 id="views-title">Timeline</h2>
          <div class="seg" role="group" aria-label="Views">${VIEWS.map(([view, name]) => html`<button aria-pressed=${this.view === view} @click=${() => (this.view = view)}>${name}</button>`)}</div>
          ${this.step && this.view === 'attempts' ? html`<span class="tag">only ${blockedTitle(this.step)}</span>` : nothing}
          ${this.view === 'attempts' ? this.scales() : nothing}
        </header>
        ${this.body()}
      </section>
      ${card}
    </div>`;
  }

  private scales() {
    const button = (scale: 'log' | 'real', name: string) => html`<button aria-pressed=${this.scale === scale} @click=${() => (this.scale = scale)}>${name}</button>`;
    return html`<div class="end"><div class="seg" role="group" aria-label="Time scale">${button('log', 'Log time')}${button('real', 'Real time')}</div></div>`;
  }

  private body() {
    switch (this.view) {
      case 'attempts':
        return html`<attempt-list .saga=${this.saga} .step=${this.step} .scale=${this.scale} .chosen=${this.attempt} @chosen=${(e: CustomEvent<Attempt>) => (this.attempt = e.detail)}></attempt-list>`;
      case 'messages':
        return html`<message-list .sagaId=${this.saga.id} .version=${this.saga.version} .chosen=${this.message} @chosen=${(e: CustomEvent<string>) => (this.message = e.detail)}></message-list>`;
      case 'usual':
        return usualTable(this.saga.usual);
      case 'operators':
        return this.saga.operatorLog.length > 0
          ? html`<div class="scroll" tabindex="0" role="group" aria-label="Operator log">${operatorEntries(this.saga.operatorLog, false)}</div>`
          : empty('log', 'No operator has touched this saga', 'Every retry so far was automatic.');
    }
  }

  private card() {
    const close = html`<button class="btn ghost icon" aria-label="Close" @click=${() => this.close()}>${icon('x', true)}</button>`;
    if (this.view === 'attempts' && this.attempt) {
      return attemptCard(this.attempt, close);
    }
    return this.view === 'messages' && this.message
      ? html`<message-card url="/api/sagas/${this.saga.id}/messages/${encodeURIComponent(this.message)}" .close=${close}></message-card>`
      : nothing;
  }

  private close(): void {
    this.attempt = undefined;
    this.message = undefined;
  }
}

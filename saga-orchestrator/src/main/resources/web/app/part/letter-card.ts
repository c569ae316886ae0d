import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { DeadLetterView } from '../api';
import { get } from '../core/client';
import { Part } from '../core/element';
import { Fresh } from '../core/fresh';
import { icon } from '../core/icons';
import { moment } from '../core/time';
import { answer } from './faces';
import { copyButton, sagaLink } from './ids';
import { openLetters } from './letter-dialog';
import { payload } from './payload';
import { toast } from './toasts';

/** One dead letter: where it came from, what went wrong, its masked body, and what may be done. */
@customElement('letter-card')
export class LetterCard extends Part {
  @property() url = '';
  @property({ attribute: false }) close: () => void = () => undefined;
  private readonly letter = new Fresh<DeadLetterView>(this, (signal) => get(this.url, signal), { concerns: (change) => change.deadLetters });

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.get('url')) {
      this.letter.reset();
    }
  }

  protected override render() {
    return answer(this.letter, (value) => this.card(value));
  }

  private card(value: DeadLetterView) {
    return html`<section class="panel card" aria-label="Dead letter">
      <header><h2 class="words"><bdi>${value.type || 'A message without a type'}</bdi></h2>
        <button class="btn ghost icon" aria-label="Close" @click=${this.close}>${icon('x', true)}</button></header>
      <dl class="kv">
        <dt>Came from</dt><dd class="mono">${value.origin}</dd>
        <dt>Given up by</dt><dd>${value.service}, ${moment(value.arrivedAt)}</dd>
        <dt>What went wrong</dt><dd><b>${value.cause}</b> <span class="words"><bdi>${value.detail}</bdi></span></dd>
        <dt>Readable now</dt><dd class=${value.readable.yes ? 'ok' : 'bad'}><span class="tone b">${value.readable.yes ? 'yes' : 'no'}</span> <bdi class="words">${value.readable.why}</bdi></dd>
        <dt>Message id</dt><dd class="mono">${value.messageId || 'none'} ${value.messageId ? copyButton(value.messageId, 'Copy the message id') : nothing}</dd>
        <dt>Saga</dt><dd>${value.sagaId ? sagaLink(value.sagaId) : 'none'}</dd>
        ${value.replayedAt ? html`<dt>Replayed</dt><dd>${value.replays}×, last ${moment(value.replayedAt)} by <bdi>${value.replayedBy}</bdi></dd>` : nothing}
        ${value.discardedAt ? html`<dt>Discarded</dt><dd>${moment(value.discardedAt)} by <bdi>${value.discardedBy}</bdi>: <bdi class="words">${value.discardReason}</bdi></dd>` : nothing}
      </dl>
      <div class="body acts">${value.allowedActions.map((offer) => this.action(value, offer))}</div>
      ${payload(value.payload, value.headers)}
    </section>`;
  }

  private action(value: DeadLetterView, offer: DeadLetterView['allowedActions'][number]) {
    const use = () => (offer.allowed ? openLetters(offer.action, { ids: [value.id] }, 1, this.letter.now) : toast('wait', offer.reason));
    const replay = offer.action === 'replay';
    return html`<button class="btn sm ${!offer.allowed ? '' : replay ? 'primary' : 'danger'}" aria-disabled=${!offer.allowed} title=${offer.reason ?? ''} @click=${use}>
      ${icon(replay ? 'retry' : 'x', true)}${replay ? 'Replay' : 'Discard'}</button>`;
  }
}

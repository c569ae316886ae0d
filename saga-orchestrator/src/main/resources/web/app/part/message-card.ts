import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { MessageView } from '../api';
import { get } from '../core/client';
import { Part } from '../core/element';
import { Fresh } from '../core/fresh';
import { exactMoment } from '../core/time';
import { answer } from './faces';
import { payload } from './payload';

/** One message with its masked body. */
@customElement('message-card')
export class MessageCard extends Part {
  @property() url = '';
  @property({ attribute: false }) close: TemplateResult | typeof nothing = nothing;
  private readonly message = new Fresh<MessageView>(this, (signal) => get(this.url, signal), { concerns: () => false });

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.get('url')) {
      this.message.reset();
    }
  }

  protected override render() {
    return answer(this.message, (value) => this.card(value));
  }

  private card(value: MessageView) {
    return html`<section class="panel card" aria-label="Message">
      <header><h2 class="words">${value.type}</h2><div class="end">${this.close}</div></header>
      <dl class="kv">
        <dt>${value.direction === 'out' ? 'Sent' : 'Heard'}</dt><dd class="num">${exactMoment(value.at)}</dd>
        <dt>Topic</dt><dd class="mono">${value.topic}</dd>
        <dt>Message id</dt><dd class="mono">${value.messageId}</dd>
      </dl>
      ${payload(value.payload, value.headers)}
    </section>`;
  }
}

import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { MessageHead, MessagePage } from '../api';
import { get } from '../core/client';
import { Part } from '../core/element';
import { Fresh } from '../core/fresh';
import { grown } from '../core/grown';
import { icon } from '../core/icons';
import { exactMoment } from '../core/time';
import { answer, empty } from './faces';

/** Further messages are asked for by hand. */
const FEW = 100;

/** What the saga sent and what it heard. */
@customElement('message-list')
export class MessageList extends Part {
  @property() sagaId = '';
  /** Another version may have brought another message. */
  @property({ type: Number }) version = 0;
  @property() chosen: string | undefined;
  private presses = 0;
  private readonly messages = new Fresh<MessagePage>(this, (signal) => this.load(signal), {
    concerns: (change) => change.sagas.some((each) => each.id === this.sagaId),
  });

  protected override render() {
    return answer(this.messages, (value) => this.table(value));
  }

  private table(value: MessagePage) {
    if (value.messages.length === 0) {
      return empty('list', 'No messages', 'This saga has sent and heard nothing yet.');
    }
    return html`<div class="scroll" tabindex="0" role="group" aria-label="Messages">
      <table>
        <thead><tr><th scope="col">Time</th><th scope="col">Direction</th><th scope="col">Message</th><th scope="col">Topic</th><th scope="col" class="n">Attempt</th></tr></thead>
        <tbody>${value.messages.map((message) => this.row(message))}</tbody>
      </table>
      ${value.next ? html`<div class="filters below"><button class="btn sm" @click=${() => this.more()}>More</button></div>` : nothing}
    </div>`;
  }

  private row(message: MessageHead) {
    const choose = () => this.dispatchEvent(new CustomEvent<string>('chosen', { detail: message.key }));
    return html`<tr class="row ${this.chosen === message.key ? 'picked' : ''}">
      <td class="num faint">${exactMoment(message.at)}</td>
      <td>${icon(message.direction === 'out' ? 'right' : 'left', true)} ${message.direction}</td>
      <td><button class="link b" data-row @click=${choose}>${plain(message.type)}</button></td>
      <td class="mono muted grow">${message.topic}</td><td class="n">${message.attempt ?? '–'}</td>
    </tr>`;
  }

  private async load(signal: AbortSignal): Promise<MessagePage> {
    const pages = await grown(this.presses, FEW, (page) => get<MessagePage>(`/api/sagas/${this.sagaId}/messages?${new URLSearchParams(page)}`, signal));
    return { ...pages.at(-1)!, messages: pages.flatMap((page) => page.messages) };
  }

  private more(): void {
    this.presses++;
    this.messages.now();
  }
}

/** `backstep.payment.refund-payment.v1` as `refund-payment`. */
function plain(type: string): string {
  const [, , name = type] = type.split('.');
  return name;
}

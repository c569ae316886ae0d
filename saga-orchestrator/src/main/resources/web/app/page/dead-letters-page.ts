import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { DeadLetterGroup, DeadLetterGroups } from '../api';
import { get } from '../core/client';
import { Part } from '../core/element';
import { Fresh } from '../core/fresh';
import { icon } from '../core/icons';
import { plural } from '../core/money';
import { navigation, query, replace } from '../core/router';
import { me } from '../core/session';
import { Tick } from '../core/tick';
import { Watch } from '../core/watch';
import { age } from '../core/time';
import { bringIntoView } from '../part/beside';
import { answer, empty } from '../part/faces';
import { openLetters } from '../part/letter-dialog';
import '../part/letter-card';
import '../part/letter-list';

/** Messages that no service could apply, by cause; each can be looked at, sent again or discarded, alone or together. */
@customElement('dead-letters-page')
export class DeadLettersPage extends Part {
  @state() private handled = false;
  private readonly groups = new Fresh<DeadLetterGroups>(this, (signal) => get('/api/dead-letters/groups', signal), { concerns: (change) => change.deadLetters });

  constructor() {
    super();
    new Tick(this);
    new Watch(this, navigation, 'moved');
  }

  /** The letter whose card is open: in the address, like everything that is sent to a colleague. */
  private get chosen(): string | undefined {
    return query().get('letter') ?? undefined;
  }

  private choose(letter: string | undefined): void {
    const { letter: _old, ...rest } = Object.fromEntries(query());
    replace(`/dead-letters?${new URLSearchParams(letter ? { ...rest, letter } : rest)}`.replace(/\?$/, ''));
    if (letter) {
      void this.updateComplete.then(() => bringIntoView(this));
    }
  }

  protected override render() {
    return html`<div class="title">
        <h1>Dead letters</h1>
        <div class="end">${this.tabs()}</div>
        <p>Messages set aside because they could not be read or applied. A replay goes through the barrier: what was applied already has no second effect.</p>
      </div>
      <div class=${this.chosen ? 'beside' : ''}>
        <div class="stack">${this.handled ? this.history() : answer(this.groups, (value) => this.waiting(value), 8)}</div>
        ${this.chosen ? html`<letter-card url="/api/dead-letters/${encodeURIComponent(this.chosen)}" .close=${() => this.choose(undefined)}></letter-card>` : nothing}
      </div>`;
  }

  private tabs() {
    const tab = (handled: boolean, name: string) => html`<button aria-pressed=${this.handled === handled} @click=${() => (this.handled = handled)}>${name}</button>`;
    return html`<div class="seg" role="group" aria-label="Which dead letters">${tab(false, 'Waiting')}${tab(true, 'All, with history')}</div>`;
  }

  private history() {
    return html`<section class="panel" aria-label="All dead letters">${this.list('')}</section>`;
  }

  private waiting(value: DeadLetterGroups) {
    if (value.groups.length === 0) {
      return html`<section class="panel">${empty('dead', 'No dead letters wait', 'Every message was handled.')}</section>`;
    }
    const first = query().get('group');
    const groups = value.groups.toSorted((a, b) => Number(b.key === first) - Number(a.key === first));
    return html`${repeat(groups, (group) => group.key, (group) => this.group(group))}
      ${value.clean.length > 0 ? html`<p class="faint">Nothing waits of ${value.clean.map((each) => each.topic).join(', ')}.</p>` : nothing}`;
  }

  private group(group: DeadLetterGroup) {
    const act = (action: 'replay' | 'discard') => () => openLetters(action, { group: group.key }, group.count, this.groups.now);
    return html`<section class="panel" aria-label="${group.cause}: ${group.type || 'no type'} on ${group.topic}, from ${group.service}: ${group.detail}">
      <header>
        <span class="bad tone">${icon('dead')}</span>
        <h2>${plural(group.count, 'message')} on ${group.topic}</h2>
        <span class="tag">${group.cause}</span><span class="sub">from ${group.service}, ${plural(group.sagas, 'saga')}, oldest ${age(group.oldest)}</span>
        ${me.isOperator
          ? html`<div class="end"><button class="btn sm danger" @click=${act('discard')}>Discard ${group.count}</button>
              <button class="btn sm primary" @click=${act('replay')}>${icon('retry', true)}Replay ${group.count}</button></div>`
          : nothing}
      </header>
      <p class="body words long"><bdi>${group.detail}</bdi></p>
      <div class="letter-body">${this.list(group.key)}</div>
    </section>`;
  }

  private list(group: string) {
    return html`<letter-list .group=${group} .chosen=${this.chosen} @chosen=${(event: CustomEvent<string>) => this.choose(event.detail)}></letter-list>`;
  }
}

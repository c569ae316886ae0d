import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { DeadLetterPage, DeadLetterRow } from '../api';
import { get } from '../core/client';
import { Part } from '../core/element';
import { Fresh } from '../core/fresh';
import { grown } from '../core/grown';
import { count } from '../core/money';
import { me } from '../core/session';
import { fullMoment, moment } from '../core/time';
import { answer, empty } from './faces';
import { sagaLink } from './ids';
import { openLetters } from './letter-dialog';
import { badge, type Tone } from './states';
import type { Icon } from '../core/icons';

const STATES: Record<DeadLetterRow['state'], { tone: Tone; icon: Icon; word: string }> = {
  waiting: { tone: 'bad', icon: 'dead', word: 'Waiting' },
  replayed: { tone: 'ok', icon: 'retry', word: 'Replayed' },
  discarded: { tone: 'wait', icon: 'x', word: 'Discarded' },
};

/** Of each cause; each press of Older shows more. */
const FEW = 20;

/** The letters of one group, or of all when there is none. */
@customElement('letter-list')
export class LetterList extends Part {
  @property() group = '';
  @property() chosen: string | undefined;
  @state() private picked: ReadonlySet<string> = new Set();
  private presses = 0;
  private readonly letters = new Fresh<DeadLetterPage>(this, (signal) => this.load(signal), { concerns: (change) => change.deadLetters });

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.get('group') !== undefined) {
      this.picked = new Set();
      this.letters.reset();
    }
  }

  private async load(signal: AbortSignal): Promise<DeadLetterPage> {
    const which: Record<string, string> = this.group ? { group: this.group, state: 'waiting' } : {};
    const pages = await grown(this.presses, FEW, (page) => get<DeadLetterPage>(`/api/dead-letters?${new URLSearchParams({ ...which, ...page })}`, signal));
    return { ...pages.at(-1)!, deadLetters: pages.flatMap((page) => page.deadLetters) };
  }

  protected override render() {
    return answer(this.letters, (value) => (value.deadLetters.length > 0 ? this.table(value) : empty('dead', 'Nothing here', 'No dead letter fits.')), 3);
  }

  private table(value: DeadLetterPage) {
    return html`${this.picked.size > 0 ? this.pickedBar() : nothing}
      <div class="scroll" tabindex="0" role="group" aria-label="Dead letters">
        <table class="upright">
          <thead>
            <tr>${this.group && me.isOperator ? html`<th scope="col"><span class="vh">Select</span></th>` : nothing}
              <th scope="col">Arrived</th>${this.group ? nothing : html`<th scope="col">State</th>`}<th scope="col">Message</th><th scope="col">Where</th><th scope="col">What went wrong</th><th scope="col">Saga</th></tr>
          </thead>
          <tbody>${repeat(value.deadLetters, (row) => row.id, (row) => this.row(row))}</tbody>
        </table>
      </div>
      ${value.next ? html`<div class="filters below"><span class="faint num">${count(value.deadLetters.length)} shown</span><button class="btn sm" @click=${() => this.more()}>Older</button></div>` : nothing}`;
  }

  private row(letter: DeadLetterRow) {
    const choose = () => this.dispatchEvent(new CustomEvent<string>('chosen', { detail: letter.id }));
    const type = letter.type.split('.').slice(2, -1).join('.') || letter.type || 'no type';
    return html`<tr class="row ${this.chosen === letter.id ? 'picked' : ''}">
      ${this.group && me.isOperator ? html`<td><input type="checkbox" aria-label="Select ${letter.origin}" .checked=${this.picked.has(letter.id)} @change=${() => this.toggle(letter.id)} /></td>` : nothing}
      <td class="num muted" title=${fullMoment(letter.arrivedAt)}>${moment(letter.arrivedAt)}</td>
      ${this.group ? nothing : html`<td>${badge(STATES[letter.state] ?? STATES.waiting)}</td>`}
      <td><button class="link b" data-row title=${letter.type} @click=${choose}><bdi>${type}</bdi></button></td>
      <td class="mono muted">${letter.origin}</td>
      <td class="grow muted" title=${letter.detail}><bdi>${letter.discardReason ?? letter.detail}</bdi></td>
      <td>${letter.sagaId ? sagaLink(letter.sagaId) : html`<span class="faint">none</span>`}</td>
    </tr>`;
  }

  private pickedBar() {
    const act = (action: 'replay' | 'discard') => () => openLetters(action, { ids: [...this.picked] }, this.picked.size, () => this.done());
    return html`<div class="filters picked-bar"><b>${count(this.picked.size)} selected</b>
      <span class="end"><button class="btn sm danger" @click=${act('discard')}>Discard selected</button><button class="btn sm" @click=${act('replay')}>Replay selected</button></span></div>`;
  }

  private toggle(id: string): void {
    const next = new Set(this.picked);
    if (!next.delete(id)) {
      next.add(id);
    }
    this.picked = next;
  }

  private done(): void {
    this.picked = new Set();
    this.letters.now();
  }

  private more(): void {
    this.presses++;
    this.letters.now();
  }
}

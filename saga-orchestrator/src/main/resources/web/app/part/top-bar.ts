import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Window } from '../api';
import { Part } from '../core/element';
import { icon } from '../core/icons';
import { live } from '../core/live';
import { go, navigation, path, query, replace } from '../core/router';
import { Watch } from '../core/watch';

const WINDOWS: ReadonlyArray<readonly [Window, string]> = [
  ['15m', '15 min'],
  ['1h', '1 hour'],
  ['24h', '24 hours'],
];

export function chosenWindow(): Window {
  const wish = query().get('window');
  return WINDOWS.find(([window]) => window === wish)?.[0] ?? '1h';
}

/** Search, the span of time of the overview, and the pause. */
@customElement('top-bar')
export class TopBar extends Part {
  constructor() {
    super();
    new Watch(this, navigation, 'moved');
    new Watch(this, live, 'state');
  }

  protected override render() {
    return html`<div class="top">
      <form class="search" role="search" @submit=${this.search}>
        <label class="vh" for="search">Search sagas</label>${icon('search')}
        <input id="search" name="q" type="search" autocomplete="off" maxlength="200" .value=${query().get('q') ?? ''} placeholder="Order, saga, customer, payment, SKU or message id" />
        <kbd aria-hidden="true">/</kbd>
      </form>
      ${path() === '/' ? this.windows() : nothing} ${this.pause()}
    </div>`;
  }

  private readonly search = (event: SubmitEvent): void => {
    event.preventDefault();
    const wish = String(new FormData(event.target as HTMLFormElement).get('q')).trim();
    go(wish ? `/sagas?${new URLSearchParams({ q: wish })}` : '/sagas');
  };

  private windows() {
    return html`<div class="seg" role="group" aria-label="Time range">
      ${WINDOWS.map(([window, label]) => html`<button aria-pressed=${window === chosenWindow()} @click=${() => replace(`/?window=${window}`)}>${label}</button>`)}
    </div>`;
  }

  private pause() {
    const paused = live.state === 'paused';
    const waiting = paused && live.missed > 0 ? ` (${live.missed})` : '';
    return html`<button id="pause" class="btn" aria-pressed=${paused} @click=${() => live.toggle()}>
      ${icon(paused ? 'play' : 'pause', true)}<span>${paused ? `Resume${waiting}` : 'Pause'}<span class="wide"> updates</span></span>
    </button>`;
  }
}

import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Counts } from '../api';
import { get } from '../core/client';
import { counted } from '../core/counted';
import { Part } from '../core/element';
import { Fresh } from '../core/fresh';
import { navigation } from '../core/router';
import { Watch } from '../core/watch';
import { pageOf } from '../page/pages';
import './page-notices';
import './shortcut-help';
import './side-bar';
import './toasts';
import './top-bar';

/** What surrounds every page. */
@customElement('console-frame')
export class ConsoleFrame extends Part {
  private readonly counts = new Fresh<Counts>(this, (signal) => get('/api/counts', signal), {
    concerns: (change) => change.counts || change.deadLetters || change.bulk,
  });

  private path = location.pathname;

  constructor() {
    super();
    new Watch(this, navigation, 'moved');
  }

  protected override willUpdate(): void {
    counted.become(this.counts.value);
  }

  protected override render() {
    const page = pageOf(location.pathname);
    document.title = `${page.title} · Backstep`;
    return html`
      <a class="skip" href="#main" @click=${this.skip}>Skip to content</a>
      <side-bar></side-bar>
      <main id="main" tabindex="-1">
        <top-bar></top-bar>
        <page-notices></page-notices>
        <div class="page">${page.draw()}</div>
      </main>
      <shortcut-help></shortcut-help>
      <toast-list></toast-list>
    `;
  }

  /** Another page is read from its beginning, by eyes and by screen readers. */
  protected override updated(): void {
    if (this.path !== location.pathname) {
      this.path = location.pathname;
      this.querySelector<HTMLElement>('#main')?.focus({ preventScroll: true });
    }
  }

  private readonly skip = (event: Event): void => {
    event.preventDefault();
    this.querySelector<HTMLElement>('#main')?.focus();
  };
}

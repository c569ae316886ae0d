import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { counted } from '../core/counted';
import { Part } from '../core/element';
import { icon } from '../core/icons';
import { count } from '../core/money';
import { navigation } from '../core/router';
import { me } from '../core/session';
import { setTheme, theme, type Theme } from '../core/theme';
import { currentZone, LOCAL_ZONE, setZone } from '../core/time';
import { Watch } from '../core/watch';
import { PAGES, type Page } from '../page/pages';
import { toast } from './toasts';
import './live-light';

/** Where one can go, how much waits there, whether the console is live, and how it looks. */
@customElement('side-bar')
export class SideBar extends Part {
  constructor() {
    super();
    new Watch(this, navigation, 'moved');
    new Watch(this, counted, 'change');
  }

  protected override render() {
    return html`<aside class="side" aria-label="Console">
      <a class="brand" href="/">
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <rect class="tile" width="24" height="24" rx="6" />
          <path class="mark" d="M5 9h11m0 0-3-3m3 3-3 3M19 15H8m0 0 3-3m-3 3 3 3" />
        </svg>
        <span>Backstep<small>${me.session?.environment} · ${me.session?.instance}</small></span>
      </a>
      <nav class="nav" aria-label="Pages">${PAGES.map((page) => this.link(page))}</nav>
      <div class="foot">
        <live-light></live-light>
        ${this.themes()} ${this.zones()} ${this.user()}
      </div>
    </aside>`;
  }

  private link(page: Page) {
    const here = page.path === '/' ? location.pathname === '/' : location.pathname.startsWith(page.path);
    return html`<a href=${page.path} aria-current=${here ? 'page' : nothing}>${icon(page.icon)}${page.title}${this.waiting(page.path)}</a>`;
  }

  private waiting(path: string) {
    const counts = counted.value;
    if (path === '/sagas' && counts?.open) {
      return html`<span class="count num" title="open">${count(counts.open)}<span class="vh"> open</span></span>`;
    }
    if (path === '/dead-letters' && counts?.deadLetters) {
      return html`<span class="count num bad">${count(counts.deadLetters)}<span class="vh"> waiting</span></span>`;
    }
    return nothing;
  }

  private themes() {
    const button = (wish: Theme, label: string, face: unknown) =>
      html`<button aria-pressed=${theme() === wish} title=${label} @click=${() => this.choose(() => setTheme(wish))}>${face}</button>`;
    return html`<div class="seg" role="group" aria-label="Theme">
      ${button('auto', 'Theme of the system', 'Auto')} ${button('light', 'Light theme', html`${icon('sun', true)}<span class="vh">Light</span>`)}
      ${button('dark', 'Dark theme', html`${icon('moon', true)}<span class="vh">Dark</span>`)}
    </div>`;
  }

  /** Everything on screen shows times, so everything is drawn anew. */
  private zones() {
    const zones = [...new Set([LOCAL_ZONE, 'UTC', currentZone()])];
    const chosen = (event: Event) => {
      setZone((event.target as HTMLSelectElement).value);
      document.querySelectorAll<Part>('main *').forEach((each) => each instanceof Part && each.requestUpdate());
    };
    return html`<label class="line zone"><span>Times in</span>
      <select @change=${chosen}>${zones.map((zone) => html`<option value=${zone} ?selected=${zone === currentZone()}>${zone}</option>`)}</select></label>`;
  }

  private user() {
    const user = me.session?.user;
    return html`<div class="line who"><span class="clip" title=${user?.name ?? ''}><bdi>${user?.name}</bdi>, ${user?.role}</span>
      <button class="btn ghost icon end" aria-label="Sign out" title="Sign out" @click=${() => void this.signOut()}>${icon('out', true)}</button></div>`;
  }

  private choose(change: () => void): void {
    change();
    this.requestUpdate();
  }

  private async signOut(): Promise<void> {
    try {
      await me.signOut();
    } catch {
      toast('bad', 'Signing out did not reach the server. Try again.');
    }
  }
}

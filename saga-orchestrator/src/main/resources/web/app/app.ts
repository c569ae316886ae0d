import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Problem } from './core/client';
import { Part } from './core/element';
import { icon } from './core/icons';
import { listenForKeys } from './core/keys';
import { live } from './core/live';
import { interceptLinks } from './core/router';
import { me } from './core/session';
import { applyTheme } from './core/theme';
import { Watch } from './core/watch';
import { learnWords } from './core/words';
import { failure } from './part/faces';
import './page/login-page';
import './part/console-frame';

applyTheme();
interceptLinks();
listenForKeys();

/** The whole console: a login, or the frame with its pages. The address stays as it is, so that a deep link survives the login. */
@customElement('backstep-app')
export class App extends Part {
  private problem: Problem | undefined;
  private ready = false;

  constructor() {
    super();
    new Watch(this, me, 'change');
    me.addEventListener('change', () => void this.prepare());
    addEventListener('backstep-signed-out', () => void this.begin());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.begin();
  }

  private readonly begin = async (): Promise<void> => {
    try {
      await me.find();
      this.problem = undefined;
    } catch (failed) {
      this.problem = failed as Problem;
    }
    this.requestUpdate();
  };

  /** Words first, so that no page has to draw itself twice. */
  private async prepare(): Promise<void> {
    const isIn = me.session?.user != null;
    if (isIn && !this.ready) {
      await learnWords().catch(() => undefined);
      live.start();
    } else if (!isIn && this.ready) {
      live.stop();
    }
    this.ready = isIn;
    this.requestUpdate();
  }

  protected override render() {
    if (me.session?.user) {
      return this.ready ? html`<console-frame></console-frame>` : nothing;
    }
    if (me.session) {
      return html`<login-page></login-page>`;
    }
    const again = html`<button class="btn" @click=${this.begin}>${icon('retry', true)}Try again</button>`;
    return this.problem ? html`<main>${failure(this.problem, again)}</main>` : nothing;
  }
}

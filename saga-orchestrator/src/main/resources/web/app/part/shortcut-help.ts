import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Part } from '../core/element';
import { keysAreOn, setKeys, SHORTCUTS } from '../core/keys';

/** The list of keys, and the switch that turns single letters off. */
@customElement('shortcut-help')
export class ShortcutHelp extends Part {
  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('backstep-help', () => this.querySelector('dialog')?.showModal());
  }

  protected override render() {
    const toggle = (event: Event) => setKeys((event.target as HTMLInputElement).checked);
    return html`<dialog aria-labelledby="keys-title">
      <header><h2 id="keys-title">Keys</h2></header>
      <div class="body">
        <dl class="kv keys">${SHORTCUTS.map(([key, what]) => html`<dt><kbd>${key}</kbd></dt><dd>${what}</dd>`)}</dl>
        <label><input type="checkbox" .checked=${keysAreOn()} @change=${toggle} /> Single letters act</label>
      </div>
      <footer><button class="btn" @click=${() => this.querySelector('dialog')?.close()}>Close</button></footer>
    </dialog>`;
  }
}

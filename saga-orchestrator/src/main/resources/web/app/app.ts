import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Part } from './core/element';

@customElement('backstep-app')
export class App extends Part {
  protected override render() {
    return html`<h1>Hi</h1>`;
  }
}

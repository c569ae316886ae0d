import { LitElement } from 'lit';

/** An element without a shadow: one style sheet, one focus order and one set of ids for the whole console. */
export abstract class Part extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}

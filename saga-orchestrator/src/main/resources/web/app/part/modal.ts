import { html, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { Part } from '../core/element';

/** A dialog that is there while it is needed: opened by being added to the page, gone when it is closed. */
@customElement('modal-box')
export class Modal extends Part {
  @property({ attribute: false }) draw: (close: () => void) => TemplateResult = () => html``;
  @query('dialog') private dialog!: HTMLDialogElement;
  private opener: Element | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.opener = document.activeElement;
  }

  protected override firstUpdated(): void {
    this.dialog.showModal();
  }

  readonly close = (): void => this.dialog.close();

  protected override render() {
    return html`<dialog aria-labelledby="dialog-title" @close=${() => this.leave()}>${this.draw(this.close)}</dialog>`;
  }

  /** The focus goes back to where it was, if that is still there. */
  private leave(): void {
    this.remove();
    if (this.opener instanceof HTMLElement && this.opener.isConnected) {
      this.opener.focus();
    }
  }
}

/** Shows what is drawn, and draws it again on `requestUpdate`. */
export function openModal(draw: (close: () => void) => TemplateResult): Modal {
  const modal = document.createElement('modal-box') as Modal;
  modal.draw = draw;
  document.body.append(modal);
  return modal;
}

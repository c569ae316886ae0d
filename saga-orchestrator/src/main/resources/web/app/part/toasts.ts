import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Part } from '../core/element';
import { icon, type Icon } from '../core/icons';
import type { Tone } from './states';

interface Toast {
  id: number;
  tone: Tone;
  text: unknown;
}

/** Long enough to be read twice. */
const SHOWN_MS = 8_000;
const ICONS: Partial<Record<Tone, Icon>> = { ok: 'check', bad: 'alert', run: 'clock' };

/** Short news at the edge. What must not be missed stands in the page itself. */
@customElement('toast-list')
export class ToastList extends Part {
  private toasts: Toast[] = [];
  private count = 0;

  show(tone: Tone, text: unknown): void {
    const mine = { id: ++this.count, tone, text };
    this.toasts = [...this.toasts.slice(-3), mine];
    this.requestUpdate();
    setTimeout(() => this.drop(mine.id), SHOWN_MS);
  }

  private drop(id: number): void {
    this.toasts = this.toasts.filter((each) => each.id !== id);
    this.requestUpdate();
  }

  protected override render() {
    return html`<div class="toasts" role="status">
      ${repeat(
        this.toasts,
        (each) => each.id,
        (each) => html`<div class="toast ${each.tone}">
          ${icon(ICONS[each.tone] ?? 'minus')}<span>${each.text}</span>
          <button class="btn ghost icon" aria-label="Dismiss" @click=${() => this.drop(each.id)}>${icon('x', true)}</button>
        </div>`,
      )}
    </div>`;
  }
}

export function toast(tone: Tone, text: unknown): void {
  document.querySelector<ToastList>('toast-list')?.show(tone, text);
}

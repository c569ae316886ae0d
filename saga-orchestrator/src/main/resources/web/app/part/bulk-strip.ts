import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { BulkProgress } from '../api';
import { post, Problem } from '../core/client';
import { Part } from '../core/element';
import { icon } from '../core/icons';
import { count } from '../core/money';
import { me } from '../core/session';
import { said } from './faces';
import { toast } from './toasts';

/** How far a bulk run is, and the way to stop it. */
@customElement('bulk-strip')
export class BulkStrip extends Part {
  @property({ attribute: false }) progress!: BulkProgress;
  @state() private stopping = false;

  protected override render() {
    const p = this.progress;
    const word = p.action === 'retry' ? 'Retrying' : 'Compensating';
    const rest = [p.moved > 0 ? `${count(p.moved)} had moved and were left alone` : '', p.refused > 0 ? `${count(p.refused)} were refused` : ''].filter(Boolean).join(', ');
    return html`<div class="banner run">${icon('retry')}
      <span><b>${word} ${count(p.willRun)} sagas for <bdi>${p.operator}</bdi>:</b> ${count(p.accepted)} accepted${rest ? `, ${rest}` : ''}, ${count(p.left)} left.</span>
      <progress max=${p.willRun} value=${p.willRun - p.left} aria-label="Progress of the bulk run"></progress>
      <span class="end">${me.isOperator ? html`<button class="btn sm" ?disabled=${this.stopping} @click=${() => void this.stop()}>Stop</button>` : nothing}</span>
    </div>`;
  }

  private async stop(): Promise<void> {
    this.stopping = true;
    try {
      await post(`/api/bulk/${this.progress.id}/stop`, {});
      toast('ok', 'Stopped. What was accepted goes on; the rest was left alone.');
    } catch (failure) {
      toast('bad', failure instanceof Problem ? `${failure.title} ${said(failure)}` : String(failure));
    }
    this.stopping = false;
  }
}

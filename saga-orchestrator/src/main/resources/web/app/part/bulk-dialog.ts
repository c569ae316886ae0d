import { html, nothing, type TemplateResult } from 'lit';
import type { BulkPreview, BulkProgress, BulkRequest, BulkVerdict } from '../api';
import { post } from '../core/client';
import { icon } from '../core/icons';
import { count, plural } from '../core/money';
import { duration, moment } from '../core/time';
import { bones } from './faces';
import { sagaLink } from './ids';
import { openModal, type Modal } from './modal';
import { reasonField, reasonOf } from './reason-field';
import { Submission } from './submission';
import { toast } from './toasts';

const VERBS: Record<BulkRequest['action'], { plain: string; done: string }> = {
  retry: { plain: 'Retry', done: 'retried' },
  compensate: { plain: 'Compensate', done: 'compensated' },
};

/** Freezes what matches now, says what would happen to it, and runs it when told. */
export function openBulk(request: BulkRequest): void {
  let preview: BulkPreview | undefined;
  const sending = new Submission(() => modal);
  const modal: Modal = openModal((close) => {
    const start = (event: SubmitEvent) => {
      event.preventDefault();
      const reason = reasonOf(event.target as HTMLFormElement);
      void sending.send(async () => {
        await post<BulkProgress>(`/api/bulk/${preview!.id}/start`, { reason });
        close();
        toast('run', `${VERBS[request.action].plain}: accepted for ${plural(preview!.willRun, 'saga')}. Progress is above.`);
      });
    };
    return html`<form @submit=${start}>${preview ? plan(preview) : opening(request)}
      <div class="body">${sending.refusal()}${preview && preview.willRun > 0 ? reasonField() : nothing}</div>
      <footer>
        <button class="btn" type="button" @click=${close}>${preview?.willRun === 0 ? 'Close' : 'Cancel'}</button>
        ${preview && preview.willRun > 0 ? html`<button class="btn primary" ?disabled=${sending.busy}>${VERBS[preview.action].plain} ${plural(preview.willRun, 'saga')}</button>` : nothing}
      </footer>
    </form>`;
  });
  void sending.send(async () => {
    preview = await post<BulkPreview>('/api/bulk', request);
    modal.requestUpdate();
    await modal.updateComplete;
    modal.querySelector('textarea')?.focus();
  });
}

function opening(request: BulkRequest): TemplateResult {
  return html`<header><h2 id="dialog-title">${VERBS[request.action].plain} ${request.ids ? plural(request.ids.length, 'saga') : 'all that match'}: preview</h2></header>
    <div class="body">${bones(3)}</div>`;
}

function plan(preview: BulkPreview): TemplateResult {
  const { plain, done } = VERBS[preview.action];
  return html`<header><h2 id="dialog-title">${plain} ${plural(preview.total, 'saga')}: preview</h2></header>
    <div class="body">
      <p class="muted">Frozen at ${moment(preview.frozenAt)}: whatever moves meanwhile is left alone.${preview.cut ? ' More match than may be frozen at once.' : ''}</p>
      <ul class="effect">
        <li class="ok">${icon('check')}<span><b>${count(preview.willRun)} will be ${done}</b>${preview.willRun > 0 ? ` at ${count(preview.perSecond)} a second, so about ${duration(preview.expectedMs)}` : ''}</span></li>
        ${preview.skipped.map((each) => verdict('wait', 'skipped', each))} ${preview.refused.map((each) => verdict('bad', 'refused', each))}
        ${preview.warnings.map((text) => html`<li class="comp">${icon('alert')}<span>${text}</span></li>`)}
      </ul>
    </div>`;
}

function verdict(tone: 'wait' | 'bad', word: string, each: BulkVerdict): TemplateResult {
  const more = each.count - each.sagas.length;
  return html`<li class=${tone}>${icon(tone === 'bad' ? 'x' : 'minus')}<span>
    <b>${count(each.count)} ${word}:</b> <bdi>${each.why}</bdi>
    <span class="faint">${each.sagas.slice(0, 3).map((id) => html`${sagaLink(id)} `)}${more > 0 ? `and ${count(more)} more` : ''}</span>
  </span></li>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { Accepted, ActionOffer, ActionRequest, SagaDetail } from '../api';
import { post } from '../core/client';
import { icon, type Icon } from '../core/icons';
import { openModal, type Modal } from './modal';
import { reasonField, reasonOf } from './reason-field';
import type { Tone } from './states';
import { Submission } from './submission';
import { toast } from './toasts';

const ICONS: Partial<Record<Tone, Icon>> = { ok: 'check', run: 'right', comp: 'alert', bad: 'alert', undo: 'undo', wait: 'clock' };

/** Asks for a reason and sends the action with the version that was on screen when the dialog was opened. */
export function openAction(saga: SagaDetail, offer: ActionOffer, reload: () => void): void {
  const sending = new Submission(() => modal);
  const modal: Modal = openModal((close) => {
    const submit = (event: SubmitEvent) => {
      event.preventDefault();
      const request = requestOf(saga, offer, event.target as HTMLFormElement);
      void sending.send(async () => {
        await post<Accepted>(`/api/sagas/${saga.id}/actions`, request);
        close();
        toast('run', `${offer.label}: accepted. Whether it worked shows when the answer is in.`);
        reload();
      });
    };
    const look = html`<button class="btn sm" type="button" @click=${() => { close(); reload(); }}>Show it as it is now</button>`;
    return html`<form @submit=${submit}>
      <header><h2 id="dialog-title">${offer.label}?</h2></header>
      <div class="body">
        ${sending.refusal(sending.problem?.name === 'saga-moved' ? look : nothing)}
        ${effects(offer.effects)} ${reasonField(offer.action === 'resolve' ? 'What was done, and where is the proof?' : 'Reason')}
        ${offer.deadline ? deadline(offer.deadline) : nothing} ${offer.confirm === 'order-id' ? confirmation(saga.orderId) : nothing}
      </div>
      <footer>
        <button class="btn" type="button" @click=${close}>Cancel</button>
        <button class="btn ${offer.danger ? 'danger' : 'primary'}" ?disabled=${sending.busy || sending.problem?.name === 'saga-moved'}>${sending.busy ? 'Sending' : offer.label}</button>
      </footer>
    </form>`;
  });
}

export function effects(all: { tone: Tone; text: string }[]): TemplateResult {
  return html`<ul class="effect">${all.map(({ tone, text }) => html`<li class=${tone}>${icon(ICONS[tone] ?? 'minus')}<span><bdi>${text}</bdi></span></li>`)}</ul>`;
}

function deadline(bounds: NonNullable<ActionOffer['deadline']>): TemplateResult {
  return html`<div class="field">
    <label for="deadline">Seconds that this try may take</label>
    <input id="deadline" name="deadline" type="number" required min=${bounds.least} max=${bounds.most} value=${bounds.usual} />
    <small>${bounds.least} to ${bounds.most}; usually ${bounds.usual}.</small>
  </div>`;
}

/** Pages show so many characters of the end of a number. */
const SHOWN = 4;

/** Whoever types the number has looked at the order. */
function confirmation(orderId: string): TemplateResult {
  const check = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const typed = input.value.trim().toLowerCase();
    const fits = typed.length >= SHOWN && orderId.endsWith(typed);
    input.setCustomValidity(fits ? '' : 'This is not the number of the order.');
  };
  return html`<div class="field">
    <label for="confirm">Type the order number to confirm</label>
    <small class="words" id="confirm-number"><span class="mono">${orderId}</span>: its last ${SHOWN} characters are enough, unless another stuck order ends so.</small>
    <input id="confirm" name="orderId" type="text" class="mono" required autocomplete="off" spellcheck="false" aria-describedby="confirm-number" @input=${check} />
  </div>`;
}

function requestOf(saga: SagaDetail, offer: ActionOffer, form: HTMLFormElement): ActionRequest {
  const fields = new FormData(form);
  return {
    action: offer.action,
    expectedVersion: saga.version,
    reason: reasonOf(form),
    ...(offer.deadline ? { deadlineSeconds: Number(fields.get('deadline')) } : {}),
    ...(offer.confirm === 'order-id' ? { orderId: String(fields.get('orderId')).trim() } : {}),
  };
}

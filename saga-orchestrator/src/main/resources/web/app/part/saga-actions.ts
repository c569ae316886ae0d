import { html, type TemplateResult } from 'lit';
import type { Action, ActionOffer, SagaDetail } from '../api';
import { icon, type Icon } from '../core/icons';
import { live } from '../core/live';
import { openAction } from './action-dialog';
import { toast } from './toasts';

const ICONS: Record<Action, Icon> = { retry: 'retry', 'retry-with-deadline': 'clock', compensate: 'undo', resolve: 'hand' };

/** What the server allows, and why not for the rest: a button that cannot be used still says why. */
export function sagaActions(saga: SagaDetail, reload: () => void): TemplateResult[] {
  return saga.allowedActions.map((offer, i) => button(saga, offer, i === 0, reload));
}

function button(saga: SagaDetail, offer: ActionOffer, first: boolean, reload: () => void): TemplateResult {
  const refusal = live.state === 'lost' ? 'The connection is lost: what you see may be old.' : offer.reason;
  const allowed = offer.allowed && live.state !== 'lost';
  const use = () => (allowed ? openAction(saga, offer, reload) : toast('wait', refusal));
  const look = !allowed ? '' : offer.danger ? 'danger' : first ? 'primary' : '';
  return html`<button class="btn ${look}" aria-disabled=${!allowed} title=${allowed ? '' : (refusal ?? '')} @click=${use}>
    ${icon(ICONS[offer.action] ?? 'right', true)}${offer.label}<span class="vh">${allowed ? '' : `, not possible: ${refusal}`}</span>
  </button>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { DeadLetterOutcome, DeadLetterRequest, DryRun } from '../api';
import { post } from '../core/client';
import { icon } from '../core/icons';
import { count, plural } from '../core/money';
import { moment } from '../core/time';
import { bones } from './faces';
import { openModal, type Modal } from './modal';
import { reasonField, reasonOf } from './reason-field';
import { Submission } from './submission';
import { toast } from './toasts';

type Which = Pick<DeadLetterRequest, 'ids' | 'group'>;

/** Replays or discards after a reason; a replay is tried without effect first. */
export function openLetters(action: 'replay' | 'discard', which: Which, size: number, done: () => void): void {
  let dryRun: DryRun | undefined;
  const verb = action === 'replay' ? 'Replay' : 'Discard';
  const sending = new Submission(() => modal);
  const modal: Modal = openModal((close) => {
    const submit = (event: SubmitEvent) => {
      event.preventDefault();
      const reason = reasonOf(event.target as HTMLFormElement);
      void sending.send(async () => {
        const outcome = await post<DeadLetterOutcome>(`/api/dead-letters/${action}`, { ...which, reason });
        close();
        tell(action, outcome);
        done();
      });
    };
    return html`<form @submit=${submit}>
      <header><h2 id="dialog-title">${verb} ${plural(size, 'message')}?</h2></header>
      <div class="body">${sending.refusal()} ${action === 'replay' ? tried(dryRun, sending) : lost()} ${reasonField()}</div>
      <footer>
        <button class="btn" type="button" @click=${close}>Cancel</button>
        <button class="btn ${action === 'replay' ? 'primary' : 'danger'}" ?disabled=${sending.busy}>${verb} ${count(size)}</button>
      </footer>
    </form>`;
  });
  if (action === 'replay') {
    void sending.send(async () => {
      dryRun = await post<DryRun>('/api/dead-letters/dry-run', which);
    });
  }
}

function tried(dryRun: DryRun | undefined, sending: Submission): TemplateResult | typeof nothing {
  if (!dryRun) {
    return sending.problem ? nothing : bones(2);
  }
  return html`<ul class="effect">
    <li class=${dryRun.readable > 0 ? 'ok' : 'wait'}>${icon(dryRun.readable > 0 ? 'check' : 'minus')}<span>Dry run at ${moment(dryRun.asOf)}: the running version can read <b>${plural(dryRun.readable, 'message')}</b></span></li>
    ${dryRun.unreadable.map((each) => html`<li class="bad">${icon('x')}<span><b>${count(each.count)} will end here again:</b> <bdi>${each.why}</bdi></span></li>`)}
    <li class="run">${icon('right')}<span>${dryRun.sagas === 0 ? 'No saga waits for it' : `${plural(dryRun.sagas, 'saga goes', 'sagas go')} on`}. What was applied already has no second effect.</span></li>
  </ul>`;
}

function lost(): TemplateResult {
  return html`<ul class="effect">
    <li class="bad">${icon('alert')}<span>The message is never sent again. It stays in the history, and in its topic of dead letters.</span></li>
    <li class="comp">${icon('alert')}<span>A saga that waits for it goes on only by retries, or by an operator.</span></li>
  </ul>`;
}

function tell(action: 'replay' | 'discard', outcome: DeadLetterOutcome): void {
  const done = action === 'replay' ? 'sent again' : 'discarded';
  const skipped = outcome.skipped.length > 0 ? ` ${count(outcome.skipped.length)} skipped: ${outcome.skipped[0]!.why}` : '';
  toast(action === 'replay' ? 'run' : 'ok', `${plural(outcome.taken, 'message')} ${done}.${skipped}`);
}

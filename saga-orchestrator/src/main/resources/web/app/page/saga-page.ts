import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { OperatorEntry, SagaDetail } from '../api';
import { get } from '../core/client';
import { Part } from '../core/element';
import { Fresh } from '../core/fresh';
import { icon } from '../core/icons';
import { money } from '../core/money';
import { Tick } from '../core/tick';
import { age, exactMoment, fullMoment } from '../core/time';
import { answer, banner, empty } from '../part/faces';
import { copyButton, shortId } from '../part/ids';
import { lanes } from '../part/lanes';
import { ledger } from '../part/ledger';
import { sagaActions } from '../part/saga-actions';
import { pill, stateLook } from '../part/states';
import { story } from '../part/story';
import { toast } from '../part/toasts';
import '../part/saga-views';

/** One saga: why it stands where it stands, what that means, what happens next, and what one may do. */
@customElement('saga-page')
export class SagaPage extends Part {
  @property() sagaId = '';
  @state() private step: string | undefined;
  private pending = new Set<string>();
  private readonly saga = new Fresh<SagaDetail>(this, (signal) => get(`/api/sagas/${encodeURIComponent(this.sagaId)}`, signal), {
    concerns: (change) => change.sagas.some((each) => each.id === this.sagaId) || change.operatorLog,
  });

  constructor() {
    super();
    new Tick(this);
  }

  /** An action is only accepted until the log of operators knows its real outcome. */
  protected override willUpdate(): void {
    const entries = this.saga.value?.operatorLog ?? [];
    entries.filter((entry) => entry.outcome !== 'accepted' && this.pending.delete(entry.id)).forEach(announce);
    entries.filter((entry) => entry.outcome === 'accepted').forEach((entry) => this.pending.add(entry.id));
  }

  protected override render() {
    if (this.saga.problem?.name === 'saga-not-found' || this.saga.problem?.status === 400) {
      const search = html`<a class="btn" href="/sagas">All sagas</a>`;
      return html`<h1 class="vh">Saga</h1><section class="panel">${empty('search', 'There is no such saga', html`<span class="mono">${this.sagaId}</span> is not known here.`, search)}</section>`;
    }
    return answer(this.saga, (value) => this.all(value), 14);
  }

  private all(saga: SagaDetail) {
    return html`${this.head(saga)}
      <div class="stack">
        ${saga.operatorLog.filter((entry) => entry.outcome === 'accepted').map(underWay)}
        <section class="panel story ${saga.story.tone}" aria-label="What is happening">${story(saga)}${ledger(saga.ledger)}</section>
        ${lanes(saga, this.step, (step) => (this.step = this.step === step ? undefined : step))}
        <saga-views .saga=${saga} .step=${this.step}></saga-views>
      </div>`;
  }

  private head(saga: SagaDetail) {
    const until = saga.endedAt ? Date.parse(saga.endedAt) : undefined;
    return html`<div class="saga-head">
      <nav class="crumb" aria-label="Breadcrumb"><a href="/sagas">Sagas</a>${icon('chevron', true)}<span class="mono">${shortId(saga.id)}</span>${copyButton(saga.id, 'Copy the id of the saga')}</nav>
      <div class="title">
        <h1>${saga.definition === 'checkout' ? 'Checkout of order' : `${saga.definition} of`} <span title=${saga.orderId}>${shortId(saga.orderId)}</span></h1>
        ${copyButton(saga.orderId, 'Copy the order number')} ${pill(stateLook(saga.state))}<span class="tag">${saga.definition} v${saga.definitionVersion}</span>
        <div class="end">${sagaActions(saga, this.saga.now)}</div>
      </div>
      <div class="meta">
        ${saga.amount ? fact('Amount', html`<span class="num">${money(saga.amount.minor, saga.amount.currency)}</span>`) : nothing}
        ${fact('Customer', html`<bdi class="mono">${saga.customerId}</bdi>`)}
        ${fact('Started', html`<span class="num" title=${fullMoment(saga.startedAt)}>${exactMoment(saga.startedAt)}</span>`)}
        ${fact(until ? 'Took' : 'Open for', html`<span class="num">${age(saga.startedAt, until)}</span>`)} ${fact('Version', html`<span class="num">${saga.version}</span>`)}
        ${saga.traceId ? fact('Trace', html`<span class="mono" title=${saga.traceId}>${saga.traceId.slice(0, 8)}…</span>${copyButton(saga.traceId, 'Copy the trace id')}`) : nothing}
        ${saga.deadLetters > 0 ? html`<a class="link" href="/dead-letters">${saga.deadLetters} dead ${saga.deadLetters === 1 ? 'letter' : 'letters'}</a>` : nothing}
      </div>
    </div>`;
  }
}

function fact(name: string, value: unknown) {
  return html`<span>${name} <b>${value}</b></span>`;
}

function underWay(entry: OperatorEntry) {
  return banner('run', 'clock', html`<b>${entry.title}: accepted</b> from <bdi>${entry.operator}</bdi> at ${exactMoment(entry.at)}. Whether it worked is not known yet.`);
}

function announce(entry: OperatorEntry): void {
  const worked = entry.outcome === 'worked';
  toast(worked ? 'ok' : 'bad', html`<b>${entry.title}: ${worked ? 'worked' : entry.outcome}.</b> ${entry.outcomeText}`);
}

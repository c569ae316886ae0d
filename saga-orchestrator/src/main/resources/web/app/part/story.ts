import { html, nothing, type TemplateResult } from 'lit';
import type { SagaDetail, Story } from '../api';
import { age, ahead, moment } from '../core/time';
import { plural } from '../core/money';
import { copyButton } from './ids';

/** One sentence, what it means, what happens by itself. */
export function story(saga: SagaDetail): TemplateResult {
  const s = saga.story;
  return html`<div class="telling">
    <h2><bdi class="words">${s.headline}</bdi></h2>
    <p class="words long" tabindex=${s.meaning.length > 600 ? 0 : nothing}><bdi>${s.meaning}</bdi></p>
    ${s.next ? html`<p class="words"><b>Next, by itself:</b> <bdi>${s.next}</bdi></p>` : nothing}
    ${saga.reason && saga.reason !== s.headline ? whole(saga.reason) : nothing}
    <dl class="facts num">${facts(saga, s)}</dl>
  </div>`;
}

/** The reason in the words of the service that gave it, which may be many. */
function whole(reason: string): TemplateResult {
  return html`<details><summary>The reason in full</summary><p class="words long" tabindex="0"><bdi>${reason}</bdi></p></details>`;
}

function facts(saga: SagaDetail, s: Story): unknown[] {
  return [
    s.blockedSince ? fact('Waits for', age(s.blockedSince)) : nothing,
    s.nextTry ? fact('Next try by itself', `${ahead(s.nextTry)}${tries(s)}`) : s.attempt > 0 ? fact('Attempt', tries(s).slice(2)) : nothing,
    ...s.facts.map((each) => fact(each.label, html`<span class="${each.tone} tone"><bdi>${plain(each.value)}</bdi>${each.at ? ` ${moment(each.at)}` : ''}</span>`)),
    s.sameCause && s.sameCause.others > 0
      ? fact('Same cause', html`<a class="link" href="/sagas?${new URLSearchParams({ state: saga.state, cause: s.sameCause.cause })}">${plural(s.sameCause.others, 'other saga')}</a>`)
      : nothing,
  ];
}

/** Of an address only the end tells anything, and the whole of it is for copying. */
function plain(value: string): unknown {
  const [, before = '', address] = /^(.*?)(https?:\/\/\S+)$/.exec(value) ?? [];
  return address ? html`${before}<span class="mono" title=${address}>${address.split('/').pop()}</span> ${copyButton(address, 'Copy the address')}` : value;
}

function tries(s: Story): string {
  return s.attemptsAllowed === null ? `, attempt ${s.attempt}` : `, attempt ${s.attempt} of ${s.attemptsAllowed}`;
}

function fact(label: string, value: unknown): TemplateResult {
  return html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
}

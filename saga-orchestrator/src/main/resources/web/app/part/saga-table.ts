import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { SagaRow } from '../api';
import { money } from '../core/money';
import { age, fullMoment, moment } from '../core/time';
import { sagaLink, shortId } from './ids';
import { microLane } from './micro-lane';
import { badge, stateLook } from './states';

/** What a list that lets rows be picked adds to a table. */
export interface Picking {
  picked: ReadonlySet<string>;
  toggle: (id: string) => void;
  toggleAll: () => void;
}

const FINAL = new Set(['COMPLETED', 'COMPENSATED', 'RESOLVED']);

/** @param gone rows that fit the list no longer */
export function sagaTable(rows: SagaRow[], picking?: Picking, gone?: ReadonlySet<string>): TemplateResult {
  return html`<table class="sagas">
    <thead>
      <tr>
        ${picking ? html`<th scope="col">${pickAll(rows, picking)}</th>` : nothing}
        <th scope="col">State</th><th scope="col">Saga</th><th scope="col" class="c-order">Order</th><th scope="col">Path</th>
        <th scope="col">What is happening</th><th scope="col" class="n">Amount</th><th scope="col" class="n">Age</th><th scope="col" class="n">Last event</th>
      </tr>
    </thead>
    <tbody>${repeat(rows, (row) => row.id, (row) => line(row, picking, gone?.has(row.id)))}</tbody>
  </table>`;
}

function pickAll(rows: SagaRow[], picking: Picking): TemplateResult {
  const all = rows.length > 0 && rows.every((row) => picking.picked.has(row.id));
  return html`<input type="checkbox" aria-label="Select all that are shown" .checked=${all} .indeterminate=${!all && picking.picked.size > 0} @change=${picking.toggleAll} />`;
}

function line(row: SagaRow, picking?: Picking, gone = false): TemplateResult {
  const picked = picking?.picked.has(row.id) ?? false;
  const until = FINAL.has(row.state) ? Date.parse(row.updatedAt) : undefined;
  return html`<tr class="row ${picked ? 'picked' : ''} ${gone ? 'gone' : ''}">
    ${picking ? html`<td class="c-pick"><input type="checkbox" .checked=${picked} aria-label="Select saga ${shortId(row.id)}" @change=${() => picking.toggle(row.id)} /></td>` : nothing}
    <td class="c-state">${badge(stateLook(row.state))}</td>
    <td class="c-saga">${sagaLink(row.id)}</td>
    <td class="c-order mono muted" title=${row.orderId}>${shortId(row.orderId)}</td>
    <td class="c-path">${microLane(row.path)}</td>
    <td class="c-what grow muted" title=${row.reason ?? row.happening}><bdi>${row.happening}</bdi></td>
    <td class="c-amount n">${row.amount ? money(row.amount.minor, row.amount.currency) : '–'}</td>
    <td class="c-age n muted">${age(row.startedAt, until)}</td>
    <td class="c-last n faint" title=${fullMoment(row.updatedAt)}>${moment(row.updatedAt)}</td>
  </tr>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { OperatorEntry } from '../api';
import { fullMoment, moment } from '../core/time';
import { sagaLink } from './ids';
import { badge, outcomeLook } from './states';

/** Entries of the operator log, newest first. */
export function operatorEntries(entries: OperatorEntry[], withSaga: boolean): TemplateResult {
  return html`<table class="upright">
    <thead>
      <tr>
        <th scope="col">Time</th><th scope="col">Who</th><th scope="col">Action</th>${withSaga ? html`<th scope="col">About</th>` : nothing}
        <th scope="col">Reason</th><th scope="col">Before and after</th><th scope="col">Outcome</th>
      </tr>
    </thead>
    <tbody>${entries.map((entry) => line(entry, withSaga))}</tbody>
  </table>`;
}

function line(entry: OperatorEntry, withSaga: boolean): TemplateResult {
  return html`<tr class="row">
    <td class="num muted" title=${fullMoment(entry.at)}>${moment(entry.at)}</td>
    <td><bdi>${entry.operator}</bdi></td>
    <td class="b">${entry.title}</td>
    ${withSaga ? html`<td>${about(entry)}</td>` : nothing}
    <td class="wrap muted"><bdi>${entry.reason}</bdi></td>
    <td class="wrap faint">${entry.before}${entry.after ? html`<br />${entry.after}` : nothing}</td>
    <td class="wrap">${badge(outcomeLook(entry.outcome))}<br /><span class="faint">${entry.outcomeText}</span></td>
  </tr>`;
}

function about(entry: OperatorEntry): unknown {
  if (entry.sagaId) {
    return sagaLink(entry.sagaId);
  }
  return entry.deadLetterId ? html`<a class="link" data-row href="/dead-letters?${new URLSearchParams({ letter: entry.deadLetterId })}">dead letter</a>` : html`<span class="faint">${entry.bulkId ? 'many sagas' : '–'}</span>`;
}

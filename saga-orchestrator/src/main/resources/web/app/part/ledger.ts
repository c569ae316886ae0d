import { html, nothing, type TemplateResult } from 'lit';
import type { LedgerLine } from '../api';
import { count, money, signedMoney } from '../core/money';

/** Money and stock of one saga: taken, given back, what it should be by now, and by how much that is off. */
export function ledger(lines: LedgerLine[]): TemplateResult | typeof nothing {
  if (lines.length === 0) {
    return nothing;
  }
  return html`<div class="ledger">
    <h2>Money and stock of this saga</h2>
    <table class="tight num">
      <thead><tr><th scope="col"><span class="vh">Item</span></th>${['taken', 'given back', 'should be', 'off by'].map((name) => html`<th scope="col" class="n">${name}</th>`)}</tr></thead>
      <tbody>${lines.map(row)}</tbody>
    </table>
  </div>`;
}

function row(line: LedgerLine): TemplateResult {
  const currency = line.currency ?? '';
  const show = (value: number) => (line.kind === 'money' ? money(value, currency) : count(value));
  const off = line.kind === 'money' ? signedMoney(line.offBy, currency) : `${line.offBy > 0 ? '+' : ''}${count(line.offBy)}`;
  return html`<tr title=${line.note}>
    <td class=${line.kind === 'stock' ? 'mono' : ''}><bdi>${line.item}</bdi>${line.uncertain ? html` <span class="tag" title="The participant has not answered: it may be more">or more</span>` : nothing}</td>
    <td class="n">${show(line.taken)}</td><td class="n">${show(line.givenBack)}</td><td class="n">${show(line.shouldBe)}</td>
    <td class="n ${line.offBy === 0 ? '' : 'bad'}"><span class=${line.offBy === 0 ? 'faint' : 'tone b'}>${off}</span></td>
  </tr>`;
}

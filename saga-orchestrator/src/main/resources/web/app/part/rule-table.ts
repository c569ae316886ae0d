import { html, type TemplateResult } from 'lit';
import type { Rule, RuleSection } from '../api';
import { count, money } from '../core/money';
import { toQuery } from '../core/saga-filter';
import { healthLook, sign } from './states';

/** Rules of one kind: both sides, their difference, and how much of it open sagas explain. */
export function ruleTable(section: RuleSection): TemplateResult {
  return html`<section class="panel" aria-label=${section.title}>
    <header><h2>${section.title}</h2><span class="sub">${section.note}</span></header>
    <div class="scroll" tabindex="0" role="group" aria-label=${section.title}>
      <table class="rules labelled">
        <thead>
          <tr><th scope="col">Rule</th>${['left side', 'right side', 'difference', 'explained by open sagas', 'unexplained'].map((name) => html`<th scope="col" class="n">${name}</th>`)}</tr>
        </thead>
        <tbody>${section.rules.map(row)}</tbody>
      </table>
    </div>
  </section>`;
}

function row(rule: Rule): TemplateResult {
  const show = (value: number | null) => (value === null ? '–' : rule.unit === 'money' ? money(value, rule.currency ?? '') : count(value));
  return html`<tr class="row">
    <td class="wrap">${sign(healthLook(rule.health))} <span>${rule.name}</span>${rule.why ? html`<br /><span class="faint">${rule.why}</span>` : ''}</td>
    <td class="n" data-label="left">${show(rule.left)}</td><td class="n" data-label="right">${show(rule.right)}</td><td class="n" data-label="difference">${show(rule.difference)}</td>
    <td class="n" data-label="explained">${explained(rule, show)}</td>
    <td class="n b" data-label="unexplained"><span class=${rule.unexplained ? 'bad tone' : ''}>${show(rule.unexplained)}</span></td>
  </tr>`;
}

function explained(rule: Rule, show: (value: number | null) => string): unknown {
  const by = rule.explainedBy;
  return by ? html`${show(rule.explained)} <a class="link" data-row href="/sagas?${toQuery(by.filter)}">${by.text}</a>` : show(rule.explained);
}

import { html, type TemplateResult } from 'lit';
import type { Attention } from '../api';
import { icon } from '../core/icons';
import { count, money, plural } from '../core/money';
import { age, ahead } from '../core/time';
import { empty } from './faces';

/** What does not mend itself at once, by cause, worst first, with what it holds and when it is tried again. */
export function attention(groups: Attention[], open: number): TemplateResult {
  return html`<section class="panel" aria-labelledby="attention-title">
    <header><h2 id="attention-title">Needs attention</h2><span class="sub">grouped by cause, worst first</span></header>
    ${groups.length === 0 ? calm(open) : html`<ul class="attention">${groups.map(group)}</ul>`}
  </section>`;
}

function calm(open: number): TemplateResult {
  return empty('check', 'Nothing is stuck', open === 0 ? 'No saga is open.' : `${plural(open, 'open saga moves', 'open sagas move')} by themselves.`);
}

function group(each: Attention): TemplateResult {
  return html`<li class=${each.tone}>
    ${icon(each.kind === 'dead-letters' ? 'dead' : 'alert')}
    <div class="why"><a class="b" data-row href=${target(each)}><bdi>${each.title}</bdi></a><p><bdi>${each.detail}</bdi></p></div>
    ${figure(plural(each.count, each.unit === 'sagas' ? 'saga' : 'message'), `oldest ${age(each.oldest)}`)} ${held(each)}
    ${figure(each.nextTry ? ahead(each.nextTry) : 'by hand', each.nextTry ? 'next try' : 'after a fix')}
    <a class="btn sm" href=${target(each)}>Review ${count(each.count)}<span class="vh">: ${each.title}</span></a>
  </li>`;
}

function held(each: Attention): TemplateResult {
  const units = each.units > 0 ? plural(each.units, 'unit') : '';
  if (each.money.length > 0) {
    return figure(each.money.map((sum) => money(sum.minor, sum.currency)).join(' '), [each.moneyMeaning, units && `${units} held`].filter(Boolean).join(', '));
  }
  return units ? figure(units, 'held') : figure(plural(each.sagas, 'saga'), 'waiting');
}

function figure(value: string, below: string): TemplateResult {
  return html`<div class="fig num"><b>${value}</b><span>${below}</span></div>`;
}

function target(each: Attention): string {
  if (each.kind === 'dead-letters') {
    return `/dead-letters?${new URLSearchParams({ group: each.cause })}`;
  }
  const state = each.kind === 'stuck' ? 'STUCK' : 'OPEN';
  return `/sagas?${new URLSearchParams({ state, ...(each.cause ? { cause: each.cause } : {}) })}`;
}

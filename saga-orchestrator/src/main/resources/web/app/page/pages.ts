import { html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Icon } from '../core/icons';
import { shortId } from '../part/ids';
import { empty } from '../part/faces';
import './consistency-page';
import './dead-letters-page';
import './operator-log-page';
import './overview-page';
import './saga-page';
import './sagas-page';

export interface Page {
  path: string;
  title: string;
  icon: Icon;
  draw: () => TemplateResult;
}

/** The pages of the navigation, in its order. */
export const PAGES: readonly Page[] = [
  { path: '/', title: 'Overview', icon: 'home', draw: () => html`<overview-page></overview-page>` },
  { path: '/sagas', title: 'Sagas', icon: 'list', draw: () => html`<sagas-page></sagas-page>` },
  { path: '/dead-letters', title: 'Dead letters', icon: 'dead', draw: () => html`<dead-letters-page></dead-letters-page>` },
  { path: '/consistency', title: 'Consistency', icon: 'scale', draw: () => html`<consistency-page></consistency-page>` },
  { path: '/operator-log', title: 'Operator log', icon: 'log', draw: () => html`<operator-log-page></operator-log-page>` },
];

const ONE_SAGA = /^\/sagas\/([^/]+)$/;

export function pageOf(path: string): Pick<Page, 'title' | 'draw'> {
  const id = ONE_SAGA.exec(path)?.[1];
  if (id) {
    const saga = decodeURIComponent(id);
    return { title: `Saga ${shortId(saga)}`, draw: () => html`${keyed(saga, html`<saga-page .sagaId=${saga}></saga-page>`)}` };
  }
  return PAGES.find((page) => page.path === path) ?? (path === '/login' ? PAGES[0]! : missing(path));
}

function missing(path: string): Pick<Page, 'title' | 'draw'> {
  const home = html`<a class="btn" href="/">Overview</a>`;
  return { title: 'No such page', draw: () => html`<section class="panel">${empty('search', 'No such page', `There is nothing at ${path}.`, home)}</section>` };
}

import { html, type TemplateResult } from 'lit';
import { icon } from '../core/icons';
import { toast } from './toasts';

/** Ids begin with their time and end with chance: both ends are needed to tell them apart, and the first eight find it. */
export function shortId(id: string): string {
  return id.length > 20 ? `${id.slice(0, 8)}…${id.slice(-4)}` : id;
}

export function sagaLink(id: string): TemplateResult {
  return html`<a class="link mono" data-row href="/sagas/${encodeURIComponent(id)}" title=${id}>${shortId(id)}</a>`;
}

export function copyButton(text: string, label: string, words = ''): TemplateResult {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      toast('ok', 'Copied.');
    } catch {
      toast('bad', 'This browser does not let the console copy.');
    }
  };
  return html`<button class="btn ${words ? '' : 'ghost sm'}" aria-label=${label} title=${label} @click=${copy}>${icon('link', true)}${words}</button>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { MaskedPayload } from '../api';
import { plural } from '../core/money';

/** A body with everything personal masked, and its headers. */
export function payload(body: MaskedPayload, headers: Record<string, string>): TemplateResult {
  return html`<p class="body faint words"><bdi>${body.note}</bdi> ${plural(body.bytes, 'byte')}, SHA-256 <span class="mono" title=${body.sha256}>${body.sha256.slice(0, 12)}…</span></p>
    <details class="body"><summary>${plural(Object.keys(headers).length, 'header')}</summary>
      <dl class="kv">${Object.entries(headers).map(([name, value]) => html`<dt class="mono">${name}</dt><dd class="mono"><bdi>${value}</bdi></dd>`)}</dl></details>
    ${body.json === null ? nothing : html`<pre tabindex="0" aria-label="Body" dir="ltr">${coloured(body.json)}</pre>`}`;
}

const TOKENS = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
/** Past so much, colours cost more than they tell. */
const COLOURED = 20_000;

/** Keys, words and numbers of JSON apart. Everything stays text: nothing of it is ever read as markup. */
function coloured(json: string): unknown {
  if (json.length > COLOURED) {
    return json;
  }
  const parts: unknown[] = [];
  let from = 0;
  for (const match of json.matchAll(TOKENS)) {
    parts.push(json.slice(from, match.index), token(match));
    from = match.index + match[0].length;
  }
  return [...parts, json.slice(from)];
}

function token([all, text, colon]: RegExpMatchArray): TemplateResult {
  return text === undefined ? html`<span class="n">${all}</span>` : html`<span class=${colon === undefined ? 's' : 'k'}>${text}</span>${colon ?? ''}`;
}

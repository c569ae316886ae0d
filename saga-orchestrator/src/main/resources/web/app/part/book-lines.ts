import { html, type TemplateResult } from 'lit';
import type { BookLine } from '../api';
import { icon } from '../core/icons';
import { healthLook } from './states';

/** Figures with a verdict, one to a line. */
export function bookLines(lines: BookLine[]): TemplateResult {
  return html`<ul class="lines">
    ${lines.map((line) => {
      const look = healthLook(line.health);
      return html`<li class=${look.tone}>${icon(look.icon, true)}<span>${line.title} <small>${line.note}</small><span class="vh">, ${look.word}</span></span><span class="val">${line.value}</span></li>`;
    })}
  </ul>`;
}

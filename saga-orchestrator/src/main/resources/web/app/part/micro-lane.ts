import { html, type TemplateResult } from 'lit';
import type { PathCell } from '../api';
import { stepTitle } from '../core/words';
import { nodeLook } from './states';

/** The two lanes of a saga at the height of a row: forward above, compensation below. */
export function microLane(path: PathCell[]): TemplateResult {
  return html`<span class="micro" role="img" aria-label=${words(path)}>
    ${path.map(({ forth, back }) => html`<span><i class=${forth === 'pending' ? 'ghost' : nodeLook(forth).tone}></i><i class=${back === 'none' ? 'none' : nodeLook(back).tone}></i></span>`)}
  </span>`;
}

function words(path: PathCell[]): string {
  const forth = path.map((cell) => `${stepTitle(cell.step)} ${nodeLook(cell.forth).word}`);
  const back = path.filter((cell) => cell.back !== 'none').map((cell) => `${stepTitle(cell.step, 'undo')} ${nodeLook(cell.back).word}`);
  return `Forward: ${forth.join(', ')}.${back.length > 0 ? ` Compensation: ${back.join(', ')}.` : ''}`;
}

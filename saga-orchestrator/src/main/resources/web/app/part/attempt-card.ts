import { html, nothing, type TemplateResult } from 'lit';
import type { Attempt } from '../api';
import { duration, exactMoment, fullMoment } from '../core/time';
import { copyButton } from './ids';
import { nodeLook, pill } from './states';

/** One sending, as closely as anybody wants to look. */
export function attemptCard(attempt: Attempt, close: TemplateResult): TemplateResult {
  const look = nodeLook(attempt.outcome === 'waiting' ? 'running' : attempt.outcome);
  return html`<section class="panel card" aria-label="Attempt">
    <header><h2><bdi>${attempt.title}</bdi>, attempt ${attempt.attempt}</h2><div class="end">${pill({ ...look, word: attempt.outcome === 'waiting' ? 'waits' : look.word })}${close}</div></header>
    <dl class="kv">
      <dt>Sent</dt><dd class="num" title=${fullMoment(attempt.startedAt)}>${exactMoment(attempt.startedAt)}</dd>
      <dt>Took</dt><dd class="num">${attempt.durationMs === null ? 'not over yet' : duration(attempt.durationMs)}</dd>
      ${attempt.code ? html`<dt>Code</dt><dd class="mono">${attempt.code}</dd>` : nothing}
      ${attempt.detail ? html`<dt>What came of it</dt><dd class="words long" tabindex=${attempt.detail.length > 600 ? 0 : nothing}><bdi>${attempt.detail}</bdi></dd>` : nothing}
      <dt>Command</dt><dd class="mono">${attempt.type}</dd>
      <dt>Idempotency key</dt><dd class="mono">${attempt.command} ${copyButton(attempt.command, 'Copy the idempotency key')}</dd>
      <dt>Log entry</dt><dd class="num">${attempt.seq}</dd>
    </dl>
    <p class="body faint">The key is the same on every attempt: however often the command arrives, it has one effect.</p>
  </section>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import { Problem } from '../core/client';
import { banner, said } from './faces';
import type { Modal } from './modal';

/** One sending of a dialog: while it is under way nothing is sent twice, and a refusal stays in the dialog, in words. */
export class Submission {
  busy = false;
  problem: Problem | undefined;

  constructor(private readonly modal: () => Modal) {}

  async send(work: () => Promise<void>): Promise<void> {
    if (this.busy) {
      return;
    }
    this.become(true);
    try {
      await work();
      this.become(false);
    } catch (failure) {
      if (!(failure instanceof Problem)) {
        throw failure;
      }
      this.become(false, failure);
    }
  }

  private become(busy: boolean, problem?: Problem): void {
    this.busy = busy;
    this.problem = problem;
    this.modal().requestUpdate();
  }

  /** Why it was not done. */
  refusal(actions: unknown = nothing): TemplateResult | typeof nothing {
    const problem = this.problem;
    if (!problem) {
      return nothing;
    }
    const code = problem.status > 0 ? ` (${problem.status})` : '';
    return html`<div role="alert">${banner('bad', 'x', html`<b>${problem.title.replace(/\.$/, '')}${code}.</b> ${said(problem)}`, actions)}</div>`;
  }
}

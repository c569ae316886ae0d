import { html, type TemplateResult } from 'lit';

/** The server takes no more. */
const LONGEST = 300;

/** Every action is given a reason, for whoever reads the operator log next week. */
export function reasonField(label = 'Reason'): TemplateResult {
  return html`<div class="field">
    <label for="reason">${label}</label>
    <textarea id="reason" name="reason" rows="2" maxlength=${LONGEST} required autofocus></textarea>
    <small>Kept in the operator log with your name.</small>
  </div>`;
}

export function reasonOf(form: HTMLFormElement): string {
  return String(new FormData(form).get('reason') ?? '').trim();
}

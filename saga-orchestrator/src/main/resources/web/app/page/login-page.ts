import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { Problem } from '../core/client';
import { Part } from '../core/element';
import { icon } from '../core/icons';
import { me } from '../core/session';
import { said } from '../part/faces';

/** Lets operators and viewers in. The address in the browser stays, so that a deep link leads on. */
@customElement('login-page')
export class LoginPage extends Part {
  @state() private problem: Problem | undefined;
  @state() private busy = false;

  protected override render() {
    document.title = 'Sign in · Backstep';
    const login = me.session?.login;
    return html`<main class="login" id="main">
      <section class="panel">
        <header><img src="/favicon.svg" alt="" width="32" height="32" /><h1>Sign in to Backstep</h1></header>
        ${login?.kind === 'oidc' ? this.elsewhere(login.url) : this.form()}
      </section>
    </main>`;
  }

  private elsewhere(url: string) {
    return html`<div class="body"><p class="muted">Your organisation says who you are.</p>${new URLSearchParams(location.search).has('refused') ? html`<p class="bad tone" role="alert">You are known there, but neither as a viewer nor as an operator.</p>` : nothing}<a class="btn primary" href="${url}?${new URLSearchParams({ to: location.pathname + location.search })}" target="_self">Sign in</a></div>`;
  }

  private form() {
    return html`<form class="body" @submit=${this.submit}>
      ${this.problem ? html`<div class="banner bad" role="alert">${icon('alert')}<span><b>${this.problem.title}</b> ${said(this.problem)}</span></div>` : nothing}
      <div class="field"><label for="user">Name</label><input id="user" name="user" type="text" autocomplete="username" autocapitalize="none" spellcheck="false" required autofocus /></div>
      <div class="field"><label for="password">Password</label><input id="password" name="password" type="password" autocomplete="current-password" required /></div>
      <button class="btn primary" ?disabled=${this.busy}>Sign in</button>
      <p class="faint">${me.session?.environment} · ${me.session?.instance}</p>
    </form>`;
  }

  private readonly submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const fields = new FormData(form);
    this.busy = true;
    try {
      await me.signIn({ user: String(fields.get('user')), password: String(fields.get('password')) });
      this.problem = undefined;
    } catch (failure) {
      this.problem = failure as Problem;
      form.querySelector<HTMLInputElement>('#password')?.select();
    }
    this.busy = false;
  };
}

import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { counted } from '../core/counted';
import { Part } from '../core/element';
import { live } from '../core/live';
import { Tick } from '../core/tick';
import { moment, wholeSeconds } from '../core/time';
import { Watch } from '../core/watch';
import { banner } from './faces';
import './bulk-strip';

/** What concerns every page: a lost connection, a silent database, a bulk run that is going on. */
@customElement('page-notices')
export class Notices extends Part {
  constructor() {
    super();
    new Tick(this);
    new Watch(this, live, 'state');
    new Watch(this, counted, 'change');
  }

  protected override render() {
    const bulk = counted.value?.bulk;
    return html`<div class="notices">
      ${live.state === 'lost' ? this.lost() : nothing} ${live.state === 'live' && !live.database ? this.silent() : nothing}
      ${bulk ? html`<bulk-strip .progress=${bulk}></bulk-strip>` : nothing}
    </div>`;
  }

  private lost() {
    const left = Math.max(0, Math.ceil((live.nextTry - Date.now()) / 1000));
    return banner(
      'bad',
      'alert',
      html`<b>Connection lost at ${moment(new Date(live.since).toISOString())}.</b> What you see is ${wholeSeconds(Date.now() - live.since)}
        old. Actions are off until the console is back. ${left > 0 ? `Trying again in ${left} s.` : 'Trying again.'}`,
      html`<button class="btn sm" @click=${() => live.tryNow()}>Try now</button>`,
    );
  }

  private silent() {
    return banner('bad', 'alert', html`<b>The orchestrator's database does not answer.</b> What you see is ${wholeSeconds(live.age())} old. Nothing is lost: sagas go on when it is back.`);
  }
}

import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Part } from '../core/element';
import { live, type LiveState } from '../core/live';
import { Tick } from '../core/tick';
import { wholeSeconds } from '../core/time';
import { Watch } from '../core/watch';
import type { Tone } from './states';

const LOOKS: Record<LiveState, { tone: Tone; word: string }> = {
  connecting: { tone: 'wait', word: 'Connecting' },
  live: { tone: 'ok', word: 'Live' },
  lost: { tone: 'bad', word: 'Connection lost' },
  paused: { tone: 'wait', word: 'Paused' },
};

/** Whether what is shown is live, and how old it is. Only the word is announced; the age would never be silent. */
@customElement('live-light')
export class LiveLight extends Part {
  constructor() {
    super();
    new Tick(this);
    new Watch(this, live, 'state');
  }

  protected override render() {
    const { tone, word } = LOOKS[live.state];
    return html`<div class="line ${tone}"><span class="live-dot"></span><span role="status">${word}</span><span class="num faint">${this.age()}</span></div>`;
  }

  private age(): string {
    switch (live.state) {
      case 'live':
        return `${(live.age() / 1000).toFixed(1)} s old`;
      case 'lost':
      case 'paused':
        return `for ${wholeSeconds(Date.now() - live.since)}`;
      case 'connecting':
        return '';
    }
  }
}

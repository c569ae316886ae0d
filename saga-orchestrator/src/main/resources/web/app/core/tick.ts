import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { live } from './live';

/** Draws its host again every second, for ages and countdowns. A paused console stands still. */
export class Tick implements ReactiveController {
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.timer = setInterval(() => live.state !== 'paused' && !document.hidden && this.host.requestUpdate(), 1000);
  }

  hostDisconnected(): void {
    clearInterval(this.timer);
  }
}

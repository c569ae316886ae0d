import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Draws its host again whenever something else has changed, for as long as the host is on screen. */
export class Watch implements ReactiveController {
  private readonly heard = (): void => this.host.requestUpdate();

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly target: EventTarget,
    private readonly event: string,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.target.addEventListener(this.event, this.heard);
  }

  hostDisconnected(): void {
    this.target.removeEventListener(this.event, this.heard);
  }
}

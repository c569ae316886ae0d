import { state } from 'lit/decorators.js';
import { Part } from '../core/element';

/** A chart that is drawn for the width it gets, so that its letters keep their size. */
export abstract class Measured extends Part {
  static readonly height = 156;
  @state() protected width = 560;
  private readonly observer = new ResizeObserver(([entry]) => {
    this.width = Math.max(240, Math.floor(entry?.contentRect.width ?? 0));
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
  }
}

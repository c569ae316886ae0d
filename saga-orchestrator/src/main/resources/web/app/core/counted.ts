import type { Counts } from '../api';

/** The counts that several parts show; the frame keeps them fresh. */
class Counted extends EventTarget {
  value: Counts | undefined;

  become(value: Counts | undefined): void {
    if (this.value !== value) {
      this.value = value;
      this.dispatchEvent(new Event('change'));
    }
  }
}

export const counted = new Counted();

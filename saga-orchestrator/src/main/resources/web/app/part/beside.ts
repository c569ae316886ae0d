/** On a narrow screen a card stands below its list: whoever opened it wants to see it. */
export function bringIntoView(host: HTMLElement): void {
  if (matchMedia('(max-width: 1180px)').matches) {
    host.querySelector('.beside > :last-child')?.scrollIntoView({ block: 'start' });
  }
}

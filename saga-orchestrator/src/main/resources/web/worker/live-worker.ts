import { Line } from './line';
import type { FromWorker, ToWorker } from './protocol';

/** Shares one line among the tabs of this browser: open while anybody watches, closed when nobody does. */
interface Port {
  postMessage(message: FromWorker): void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
}

const watching = new Set<Port>();
const line = new Line((message) => watching.forEach((port) => port.postMessage(message)));

function serve(port: Port): void {
  port.onmessage = ({ data }) => {
    switch (data.kind) {
      case 'hello':
        welcome(port);
        break;
      case 'again':
        line.open();
        break;
      case 'bye':
        watching.delete(port);
        if (watching.size === 0) {
          line.close();
        }
        break;
    }
  };
}

function welcome(port: Port): void {
  watching.add(port);
  if (!line.isOpen()) {
    line.open();
  } else if (line.latest?.kind === 'pulse') {
    port.postMessage({ kind: 'connected', asOf: line.latest.pulse.asOf });
    port.postMessage(line.latest);
  } else if (line.latest) {
    port.postMessage(line.latest);
  }
}

/** A shared worker is told of each tab; a worker of one tab is its own port. */
const scope = self as unknown as Port & { onconnect?: unknown };
if ('onconnect' in scope) {
  scope.onconnect = (event: MessageEvent) => serve(event.ports[0] as Port);
} else {
  serve(scope);
}

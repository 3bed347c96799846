import type { AsideRows } from '../../domain/aside';
import type { LedgerId } from '../../domain/ledgers';
import type { FoundProblem } from '../../domain/problems';
import type { TypedRows } from '../../domain/typedRows';
import type { Sink } from '../read/part';

/** What is handed over while a file is read. Each is answered, once it is taken in. */
type HandedOver =
  | { part: number; ledger: LedgerId; rows: TypedRows }
  | { part: number; problems: readonly FoundProblem[] }
  | { part: number; aside: AsideRows }
  | { restart: true };

/** Messages on their way at a time: the next is made while the one before is taken in. */
export const AHEAD = 2;

/** All that the columns lie in. */
const buffersOf = ({ columns }: TypedRows): ArrayBuffer[] => [
  ...new Set(
    Object.values(columns).flatMap((c) =>
      c.kind === 'text' ? [c.codes.buffer, c.texts.bytes.buffer, c.texts.offsets.buffer] : [c.values.buffer],
    ) as ArrayBuffer[],
  ),
];

/**
 * The end of a port at which a file is read: a sink whose rows go over it.
 * @returns also `allTaken`: resolves when all that was handed over is taken in
 */
export function overPort(port: MessagePort): { sink: Sink; allTaken(): Promise<void> } {
  let underWay = 0;
  let room: (() => void) | null = null;
  port.onmessage = () => {
    underWay--;
    room?.();
  };
  const fewerThan = async (most: number): Promise<void> => {
    while (underWay >= most) await new Promise<void>((resolve) => (room = resolve));
  };
  async function hand(message: HandedOver, transfer: ArrayBuffer[] = []): Promise<void> {
    await fewerThan(AHEAD);
    underWay++;
    port.postMessage(message, transfer);
  }
  return {
    sink: {
      rows: (part, ledger, rows) => hand({ part, ledger, rows }, buffersOf(rows)),
      problems: (part, problems) => hand({ part, problems }),
      aside: (part, aside) => hand({ part, aside }),
      restart: () => hand({ restart: true }),
    },
    allTaken: () => fewerThan(1),
  };
}

/**
 * The other end: whatever comes over goes into a sink, in its order.
 * @param failed told what the sink throws; nothing follows
 * @returns closes the port: what waits behind that which is being taken in is left, since by then rows are being forgotten
 */
export function takeOver(port: MessagePort, sink: Sink, failed: (error: unknown) => void): () => void {
  let taking: Promise<void> = Promise.resolve();
  let closed = false;
  port.onmessage = ({ data }: MessageEvent<HandedOver>) => {
    taking = taking.then(() => (closed ? undefined : put(data, sink))).then(() => port.postMessage(true));
    taking.catch(failed);
  };
  return () => {
    closed = true;
    port.close();
  };
}

async function put(message: HandedOver, sink: Sink): Promise<void> {
  if ('rows' in message) await sink.rows(message.part, message.ledger, message.rows);
  else if ('problems' in message) await sink.problems(message.part, message.problems);
  else if ('aside' in message) await sink.aside?.(message.part, message.aside);
  else await sink.restart();
}

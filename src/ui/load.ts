/** Whether all parts of the page are here, so that none need be asked of the server any more. */
let complete = false;

/** Says that all parts have been fetched (see `src/app/parts.ts`). */
export function allPartsHere(): void {
  complete = true;
}

/**
 * Fetches a part of the page that is loaded when it is asked for: `load(() => import('…'))`. Asks the server first whether
 * it is there: an import that failed may stay failed for as long as the page is open, one that was not begun can be
 * tried again.
 * @throws Error with a sentence for the person; what was there before is untouched
 */
export async function load<T>(part: () => Promise<T>): Promise<T> {
  if (!complete && !(await serverAnswers()))
    throw new Error(
      '服务器暂时连接不上，这部分功能还没有取到本机。已接收的报送和正在进行的接收不受影响；请检查网络后重试，不必刷新。',
    );
  try {
    return await part();
  } catch (cause) {
    throw new Error(
      '这部分功能没有从服务器取到，可能是网络中断或服务器上的程序已经更新。请重试；仍不成功的，待接收和导出完成后刷新本页。',
      { cause },
    );
  }
}

/** Any answer will do but a gateway's that the server behind it is away. */
async function serverAnswers(): Promise<boolean> {
  try {
    // A small file rather than a HEAD request, which Chromium's tools report as failed where the answer is compressed.
    const response = await fetch(new URL('favicon.svg', document.baseURI), { cache: 'no-store' });
    await response.arrayBuffer();
    return response.status < 500;
  } catch {
    return false;
  }
}

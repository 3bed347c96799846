interface Size {
  width: number;
  height: number;
}

/** Between a box and what it belongs to, and between it and the edge of the window, in pixels. */
const GAP = 6;

/**
 * Where a box stands that belongs to a part of the page, in coordinates of the window: below it, above where there is no
 * room below, and never beyond an edge.
 */
export function placeBeside(
  anchor: { left: number; top: number; bottom: number },
  box: Size,
  window: Size,
): { left: number; top: number } {
  const below = anchor.bottom + GAP;
  const above = anchor.top - GAP - box.height;
  const fitsBelow = below + box.height + GAP <= window.height;
  const top = fitsBelow || above < GAP ? Math.min(below, window.height - GAP - box.height) : above;
  return {
    left: Math.max(GAP, Math.min(anchor.left, window.width - GAP - box.width)),
    top: Math.max(GAP, top),
  };
}

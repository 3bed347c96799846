/** Works under way that leaving the page would break off. */
let held = 0;

const warn = (event: BeforeUnloadEvent): void => {
  event.preventDefault();
  // What browsers before 119 look at.
  event.returnValue = true;
};

/** Whether such a work is under way. */
export const isHeldOpen = (): boolean => held > 0;

/**
 * Lets the browser ask before the page is left or reloaded, until the function returned is called. The listener stands
 * only meanwhile: a page with it is not kept for going back.
 */
export function keepOpen(): () => void {
  if (held++ === 0) window.addEventListener('beforeunload', warn);
  let released = false;
  return () => {
    if (released) return;
    released = true;
    if (--held === 0) window.removeEventListener('beforeunload', warn);
  };
}

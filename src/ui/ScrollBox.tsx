import { type ReactNode, useEffect, useRef } from 'react';

export interface ScrollBoxProps {
  children: ReactNode;
  /** The part within that scrolls, where it is not the box itself: a list with a head that stays, a library's table. */
  inner?: string;
  className?: string;
}

/**
 * A part of a screen that may be wider than its place: it scrolls sideways, and on the side where more is a shadow says so
 * (`data-more="left right"`).
 */
export function ScrollBox({ children, inner = '.kp-plain-scroll', className = '' }: ScrollBoxProps) {
  const box = useRef<HTMLDivElement>(null);
  const watched = useRef<{ scroller: HTMLElement; stop: () => void }>(null);
  // After every drawing: a library makes its part anew when it likes.
  useEffect(() => {
    const scroller = box.current?.querySelector<HTMLElement>(inner);
    if (!box.current || !scroller || watched.current?.scroller === scroller) return;
    watched.current?.stop();
    watched.current = { scroller, stop: watchEdges(box.current, scroller) };
  });
  useEffect(
    () => () => {
      watched.current?.stop();
      watched.current = null;
    },
    [],
  );
  return (
    <div ref={box} className={`kp-scroll-box ${className}`}>
      {inner === '.kp-plain-scroll' ? <div className="kp-plain-scroll">{children}</div> : children}
    </div>
  );
}

function watchEdges(box: HTMLElement, scroller: HTMLElement): () => void {
  const tell = () => {
    const { scrollLeft, clientWidth, scrollWidth } = scroller;
    // Widths are rounded: a pixel is no more.
    const sides = [scrollLeft > 1 && 'left', scrollLeft + clientWidth < scrollWidth - 1 && 'right'];
    const more = sides.filter(Boolean).join(' ');
    if (box.dataset.more !== more) box.dataset.more = more;
  };
  tell();
  const sizes = new ResizeObserver(tell);
  sizes.observe(scroller);
  if (scroller.firstElementChild) sizes.observe(scroller.firstElementChild);
  scroller.addEventListener('scroll', tell, { passive: true });
  return () => {
    sizes.disconnect();
    scroller.removeEventListener('scroll', tell);
  };
}

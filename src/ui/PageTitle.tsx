import { type ReactNode, useEffect } from 'react';

export interface PageTitleProps {
  /** Also the window's title, unless that has another. */
  title: string;
  /** The window's title where the heading says what may not stand in the browser's history. */
  windowTitle?: string | undefined;
  /** One line below: the period, what is shown. */
  note?: ReactNode;
  /** Buttons at the right: export, print. */
  actions?: ReactNode;
}

/** The heading of a screen; one per screen. */
export function PageTitle({ title, windowTitle = title, note, actions }: PageTitleProps) {
  useEffect(() => {
    document.title = `${windowTitle} · 考评`;
  }, [windowTitle]);
  return (
    <header className="kp-page-title">
      <div>
        <h1>{title}</h1>
        {note && <p>{note}</p>}
      </div>
      {actions && <div className="kp-actions">{actions}</div>}
    </header>
  );
}

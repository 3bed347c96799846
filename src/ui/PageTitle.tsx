import { type ReactNode, useEffect } from 'react';

export interface PageTitleProps {
  /** Also the window's title. */
  title: string;
  /** One line below: the period, what is shown. */
  note?: ReactNode;
  /** Buttons at the right: export, print. */
  actions?: ReactNode;
}

/** The heading of a screen; one per screen. */
export function PageTitle({ title, note, actions }: PageTitleProps) {
  useEffect(() => {
    document.title = `${title} · 考评`;
  }, [title]);
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

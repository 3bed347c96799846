import { type ReactNode, useEffect } from 'react';
import { SAMPLE_MARK } from '../domain/display';
import { officeName } from '../domain/office';
import { useOffice, useView, useWorkspaceState } from './data';

export interface PageTitleProps {
  /** Also the window's title, unless that has another; there with period and office: what a printed file is named by. */
  title: string;
  /** The window's title where the heading says what may not stand in the browser's history. */
  windowTitle?: string | undefined;
  /** Shows what is of no one period: the window's title then leaves out that of the head bar. */
  anyPeriod?: boolean;
  /** One line below: the period, what is shown. */
  note?: ReactNode;
  /** Buttons at the right: export, print. */
  actions?: ReactNode;
}

/** The heading of a screen; one per screen. */
export function PageTitle({ title, windowTitle = title, anyPeriod = false, note, actions }: PageTitleProps) {
  const office = officeName(useOffice());
  const { name } = useView();
  const { kind } = useWorkspaceState();
  useEffect(() => {
    const period = anyPeriod || windowTitle.includes(name) ? null : name;
    const mark = kind === 'sample' ? SAMPLE_MARK : null;
    document.title = [windowTitle, period, mark, office, '考评'].filter((part) => part).join(' · ');
  }, [windowTitle, anyPeriod, name, office, kind]);
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

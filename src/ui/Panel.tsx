import { type ReactNode, useId } from 'react';

export interface PanelProps {
  /** The finding or the question. */
  title: ReactNode;
  /** What is counted, n, cut-off: the line below the title. */
  note?: ReactNode;
  /** How the section is used: 点一格看版本. On the screen only. */
  hint?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  className?: string;
}

/** A section of a screen with its heading. Printing keeps it on one page where it fits. */
export function Panel({ title, note, hint, actions, children, className = '' }: PanelProps) {
  const id = useId();
  return (
    <section className={`kp-panel ${className}`} aria-labelledby={id}>
      <header className="kp-panel-head">
        <div>
          <h2 id={id}>{title}</h2>
          {(note || hint) && (
            <p className="kp-note">
              {note}
              {hint && (
                <span className="kp-no-print">
                  {note && '；'}
                  {hint}
                </span>
              )}
            </p>
          )}
        </div>
        {actions && <div className="kp-actions">{actions}</div>}
      </header>
      {children}
    </section>
  );
}

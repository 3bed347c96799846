import { Outlet, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { NoticeSlot } from '../ui/CautionNote';
import type { Screen } from '../ui/screen';
import { FaultsBanner } from './FaultsBanner';
import { HeadBar } from './HeadBar';
import { LoadingBar } from './LoadingBar';
import { PrintHeader } from './PrintHeader';
import { RedefinedNotice } from './RedefinedNotice';
import { SampleNotice } from './SampleNotice';

/** What stands around every screen. */
export function Shell({ screens }: { screens: readonly Screen[] }) {
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  // The screen that stands there, which is not yet that of the window's address while its parts are fetched.
  const address = useRouterState({ select: (state) => state.resolvedLocation?.href });
  return (
    <>
      {/* A button, not a link: the part behind `#` is the screen's address. */}
      <button type="button" className="kp-skip" onClick={() => document.getElementById('main')?.focus()}>
        跳到正文
      </button>
      <HeadBar screens={screens} />
      <LoadingBar />
      {/* All that is to be said of the figures of this page, in one line. */}
      <aside className="kp-notices" aria-label="提示">
        <SampleNotice />
        <RedefinedNotice />
        <span ref={setSlot} className="kp-notice-slot" />
      </aside>
      <FaultsBanner />
      <PrintHeader />
      <main id="main" tabIndex={-1} className="kp-main" data-address={address}>
        <NoticeSlot value={slot}>
          <Outlet />
        </NoticeSlot>
      </main>
    </>
  );
}

import { Outlet } from '@tanstack/react-router';
import { FaultsBanner } from './FaultsBanner';
import { HeadBar } from './HeadBar';
import { LoadingBar } from './LoadingBar';
import { PrintHeader } from './PrintHeader';
import { SampleBanner } from './SampleBanner';

/** What stands around every screen. */
export function Shell() {
  return (
    <>
      {/* A button, not a link: the part behind `#` is the screen's address. */}
      <button type="button" className="kp-skip" onClick={() => document.getElementById('main')?.focus()}>
        跳到正文
      </button>
      <HeadBar />
      <LoadingBar />
      <SampleBanner />
      <FaultsBanner />
      <PrintHeader />
      <main id="main" tabIndex={-1} className="kp-main">
        <Outlet />
      </main>
    </>
  );
}

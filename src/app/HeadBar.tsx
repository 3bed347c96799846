import { SearchOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { SAMPLE_MARK } from '../domain/display';
import { useScheme, useWorkspaceState } from '../ui/data';
import { ScreenLink, useIsScreen } from '../ui/navigation';
import type { Screen } from '../ui/screen';
import { CutOffPicker } from './CutOffPicker';
import { PeriodSelect } from './PeriodSelect';
import { ProfileSwitch } from './ProfileSwitch';
import { SearchDialog } from './SearchDialog';

/** Navigation, and below it always: whose data, which period, which cut-off, which scheme. */
export function HeadBar({ screens }: { screens: readonly Screen[] }) {
  const scheme = useScheme();
  const { kind } = useWorkspaceState();
  const [searching, setSearching] = useState(false);
  useSearchKey(() => setSearching(true));
  return (
    <header className="kp-head">
      <div className="kp-head-top">
        <span className="kp-brand">考评</span>
        <nav aria-label="主导航">
          {screens.map((screen) => (
            <NavigationLink key={screen.id} screen={screen} />
          ))}
        </nav>
        <Button
          size="small"
          className="kp-search-button"
          icon={<SearchOutlined />}
          onClick={() => setSearching(true)}
          aria-keyshortcuts="Control+K"
        >
          搜索 <kbd>Ctrl K</kbd>
        </Button>
      </div>
      <div className="kp-head-context">
        <span className="kp-context-item">
          {kind === 'sample' && (
            <strong className="kp-sample-mark" title={SAMPLE_MARK}>
              示例数据
            </strong>
          )}
          <ProfileSwitch />
        </span>
        <PeriodSelect />
        <CutOffPicker />
        <span className="kp-context-item">
          <span className="kp-context-label">考核方案</span>
          <span>{scheme.name}</span>
          {scheme.sample && (
            <span className="kp-sample-mark" title={scheme.caution}>
              示例
            </span>
          )}
        </span>
      </div>
      {searching && <SearchDialog screens={screens} onClose={() => setSearching(false)} />}
    </header>
  );
}

function NavigationLink({ screen }: { screen: Screen }) {
  return (
    <ScreenLink screen={screen.id} className="kp-nav-link" current={useIsScreen(screen.id)}>
      {screen.icon}
      {screen.title}
    </ScreenLink>
  );
}

/** Ctrl K (⌘K) opens the search from anywhere, also from within a field. */
function useSearchKey(open: () => void) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      open();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [open]);
}

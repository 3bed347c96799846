// First of all: see there.
import '../engine/browser/ahead';
import { createRoot } from 'react-dom/client';
import { screenPath } from '../ui/address';
import type { Profiles } from '../ui/profiles';
import { openWorkspace } from '../workspace/browser/openWorkspace';
import { fetchScreenAhead } from './LazyScreen';
import { loadOffice } from './loadOffice';
import { Page } from './Page';
import { fetchParts, shownFirst } from './parts';
import { fetchProfileList, profileMeant, searchOf } from './profileList';
import { screensOf } from './routes';
import { StartFailure } from './StartFailure';
import { UnknownProfile } from './UnknownProfile';

const host = document.getElementById('root') as HTMLElement;
const root = createRoot(host);
const { search, hash } = location;

try {
  const list = await fetchProfileList();
  const profiles: Profiles = { list, addressOf: (id, at) => `${searchOf(search, id)}#${at}` };
  const meant = profileMeant(list, search);
  if ('unknown' in meant) root.render(<UnknownProfile asked={meant.unknown} profiles={profiles} />);
  else {
    // Said in every address where there are several: a link sent to others opens the same one.
    if (list.length > 1) history.replaceState(history.state, '', searchOf(search, meant.id) + hash);
    const office = await loadOffice(meant.id);
    const screens = screensOf(office);
    const opened = screens.find((screen) => hash.startsWith(`#${screenPath(screen.id)}`)) ?? screens[0];
    const [workspace] = await Promise.all([openWorkspace(office), opened && fetchScreenAhead(opened.load)]);
    root.render(<Page workspace={workspace} profiles={profiles} />);
    await shownFirst(workspace);
    void fetchParts(screens);
  }
} catch (error) {
  console.error(error);
  root.render(<StartFailure error={error} />);
}

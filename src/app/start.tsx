// First of all: see there.
import '../engine/browser/ahead';
import { createRoot } from 'react-dom/client';
import type { Profiles } from '../ui/profiles';
import { openWorkspace } from '../workspace/browser/openWorkspace';
import { loadOffice } from './loadOffice';
import { Page } from './Page';
import { fetchParts } from './parts';
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
    const workspace = await openWorkspace(office);
    root.render(<Page workspace={workspace} profiles={profiles} />);
    void fetchParts(screensOf(office));
  }
} catch (error) {
  console.error(error);
  root.render(<StartFailure error={error} />);
}

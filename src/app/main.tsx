// First of all: see there.
import '../engine/browser/ahead';
import './styles/base.css';
import './styles/shell.css';
import './styles/parts.css';
import './styles/print.css';
import { createRoot } from 'react-dom/client';
import { openWorkspace } from '../workspace/browser/openWorkspace';
import { loadOffice } from './loadOffice';
import { Page } from './Page';
import { fetchParts } from './parts';
import { StartFailure } from './StartFailure';

const PROFILE = 'qinghai-2017';

const host = document.getElementById('root') as HTMLElement;
const root = createRoot(host);

try {
  const workspace = await openWorkspace(await loadOffice(PROFILE));
  root.render(<Page workspace={workspace} />);
  void fetchParts();
} catch (error) {
  console.error(error);
  root.render(<StartFailure error={error} />);
}

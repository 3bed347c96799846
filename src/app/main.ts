// First of all, and before the rest of the page is even fetched: see there.
import '../engine/browser/worker';
import './styles/base.css';
import './styles/shell.css';
import './styles/parts.css';
import './styles/print.css';

// Where it cannot be fetched what index.html says stays.
void import('./start');

import { addCopyButtons } from './copy-buttons.ts';
import { startFilters } from './filters.ts';
import { startKeyboard } from './keyboard.ts';
import { linkSteps } from './link-steps.ts';
import { startOpenCase } from './open-case.ts';

/** Everything here adds to pages that can be read without it. */
function start(): void {
  startFilters();
  linkSteps();
  startOpenCase();
  startKeyboard();
  addCopyButtons();
}

// The page of a scenario makes its evidence first, from the data it carries.
if (document.querySelector('#evidence-data'))
  document.addEventListener('evidence-shown', start, { once: true });
else start();

import { addCopyButtons } from './copy-buttons.ts';
import { startFilters } from './filters.ts';
import { startKeyboard } from './keyboard.ts';
import { linkSteps } from './link-steps.ts';
import { startOpenCase } from './open-case.ts';

// Everything here adds to pages that can be read without it.
startFilters();
linkSteps();
startOpenCase();
startKeyboard();
addCopyButtons();

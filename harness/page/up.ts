import type { Message } from './plan.ts';

/** Takes a message on its way to the top-level page that the engine reads. */
export type Up = (message: Message) => void;

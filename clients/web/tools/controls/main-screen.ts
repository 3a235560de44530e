import { choice, chosen, type Control, zooms } from './control.js';

/** What there is at the main screen. */
export const mainScreen: readonly Control[] = [
  ...['Port', 'Starboard', 'Aft', 'Tactical'].map((name) => choice('Main screen', name)),
  ...zooms('Main screen'),
  chosen('Main screen', 'In sight'),
  ...['Long range', 'Status', 'Fore'].map((name) => choice('Main screen', name)),
];

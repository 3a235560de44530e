import { scenarios, type ScenarioInfo } from '../model/catalog.js';
import { readShipClass, shipClasses, type ShipClassDto } from '../model/ship-classes.js';

const retryMs = 5000;

/** Asks the page's own server for its scenarios and classes of ship; again after a while if it does not answer. */
export async function loadCatalog(): Promise<void> {
  try {
    const [offered, classes] = await Promise.all([
      ask<readonly ScenarioInfo[]>('/api/scenarios'),
      ask<readonly ShipClassDto[]>('/api/ship-classes'),
    ]);
    scenarios.value = offered;
    shipClasses.value = new Map(classes.map((entry) => [entry.shipClass, readShipClass(entry)]));
  } catch {
    setTimeout(() => void loadCatalog(), retryMs);
  }
}

async function ask<T>(path: string): Promise<T> {
  const answer = await fetch(path, { headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}.`);
  return (await answer.json()) as T;
}

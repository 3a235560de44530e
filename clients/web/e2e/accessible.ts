import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

/** What axe finds wrong with a page as it is now: serious and critical problems, one line each. */
export async function barriers(page: Page, screen: string): Promise<string[]> {
  const has = await page.evaluate(() => 'axe' in window);
  // Evaluated from outside, so that the page's policy need not allow it.
  if (!has) await page.evaluate(await source);
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(where: Document, options: object): Promise<{ violations: Violation[] }> };
    };
    return (await axe.run(document, { resultTypes: ['violations'] })).violations;
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) =>
          `${screen}: ${id} at ${target.join(' ')}: ${help}. ${failureSummary?.replace(/\s+/g, ' ') ?? ''}`,
      ),
    );
}

// Adds up the reports of all suites in a folder: TRX files of dotnet test and JSON files of Vitest or Playwright.
// Prints a line for each suite and the sum at the end. Exits with 1 if a test failed, a suite crashed or one ran no test.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Counts in a TRX report; a crashed run says so in its outcome. */
function fromTrx(text) {
  const counter = (name) => Number(text.match(new RegExp(`<Counters [^>]*\\b${name}="(\\d+)"`))?.[1] ?? 0);
  const assembly = text.match(/ codeBase="([^"]+)"/)?.[1] ?? '';
  const total = counter('total');
  const passed = counter('passed');
  const failed = counter('failed') + counter('error') + counter('timeout') + counter('aborted');
  return {
    name: path.basename(assembly.replaceAll('\\', '/'), '.dll'),
    passed,
    failed,
    skipped: total - passed - failed,
    crashed: /<ResultSummary outcome="(Failed|Aborted|Error)"/.test(text) && failed === 0,
  };
}

/** Counts in a report of Vitest (the shape of Jest's) or of Playwright. */
function fromJson(text, file) {
  const report = JSON.parse(text);
  const name = path.basename(file, '.json');
  if (report.stats) {
    const { expected, flaky, unexpected, skipped } = report.stats;
    return {
      name,
      passed: expected + flaky,
      failed: unexpected,
      skipped,
      crashed: (report.errors ?? []).length > 0,
    };
  }
  const failed = report.numFailedTests;
  return {
    name,
    passed: report.numPassedTests,
    failed,
    skipped: report.numPendingTests + report.numTodoTests,
    crashed: !report.success && failed === 0,
  };
}

const folder = process.argv[2];
const suites = readdirSync(folder)
  .filter((file) => file.endsWith('.trx') || file.endsWith('.json'))
  .map((file) => {
    const text = readFileSync(path.join(folder, file), 'utf8');
    return file.endsWith('.trx') ? fromTrx(text) : fromJson(text, file);
  })
  .sort((a, b) => a.name.localeCompare(b.name));

const sum = { passed: 0, failed: 0, skipped: 0 };
let sound = suites.length > 0;
console.log();
for (const suite of suites) {
  const { name, passed, failed, skipped, crashed } = suite;
  const empty = passed + failed === 0;
  const remark = crashed ? '  crashed' : empty ? '  ran no test' : '';
  console.log(`  ${name}: ${passed} passed, ${failed} failed, ${skipped} skipped${remark}`);
  sum.passed += passed;
  sum.failed += failed;
  sum.skipped += skipped;
  sound &&= !crashed && !empty && failed === 0;
}

if (suites.length === 0) console.log('  no suite left a report');
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exit(sound ? 0 : 1);

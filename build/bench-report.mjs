// Puts the reports of benchmarks together: prints one table, and writes one file with --json FILE.
import { readFileSync, writeFileSync } from 'node:fs';

const args = process.argv.slice(2);
const flag = args.indexOf('--json');
const target = flag >= 0 ? args.splice(flag, 2)[1] : undefined;
const results = args.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')).results);

const rows = [['language', 'name', 'ns', 'bytes', 'allocated', 'beside']];
for (const { language, name, ns, bytes, allocated, peers } of results) {
  const beside = Object.entries(peers).map(([peer, time]) => `${peer} ${(time / ns).toFixed(1)}x`);
  rows.push([
    language,
    name,
    ns.toFixed(1),
    bytes ? String(bytes) : '',
    String(allocated),
    beside.join('  '),
  ]);
}

const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
const isNumber = (column) => column >= 2 && column <= 4;
console.log();
for (const row of rows) {
  const cells = row.map((cell, column) =>
    isNumber(column) ? cell.padStart(widths[column]) : cell.padEnd(widths[column]),
  );
  console.log(cells.join('  ').trimEnd());
}

if (target) {
  writeFileSync(target, `${JSON.stringify({ results }, undefined, 2)}\n`);
  console.log(`\nfigures written to ${target}`);
}

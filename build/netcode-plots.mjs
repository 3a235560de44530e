// Draws the flights that tests recorded over a bad network, for docs/netcode.md:
//   node build/netcode-plots.mjs
import { readFileSync, writeFileSync } from 'node:fs';

const [width, height, margin] = [720, 260, 40];

for (const [name, title] of [
  ['helm', 'The own ship at the helm: shown and true course'],
  ['remote', 'A remote ship, every state told: shown and true course'],
  ['remote-course', 'A remote ship, only its turns told: shown and true course'],
]) {
  const steps = JSON.parse(
    readFileSync(new URL(`../tests/netcode-vectors/${name}.json`, import.meta.url), 'utf8'),
  );
  const frames = steps
    .filter(([kind]) => kind === 'sample' || kind === 'show')
    .map(([kind, now, ...rest]) => (kind === 'sample' ? rest.slice(1) : rest).toSpliced(0, 0, now))
    .map(([now, x, , z, , trueX, trueZ]) => ({ now, x, z, trueX, trueZ }));
  writeFileSync(new URL(`../docs/screens/netcode-${name}.svg`, import.meta.url), plot(title, frames));
}

function plot(title, frames) {
  const path = course(frames);
  const speeds = frames.slice(1).map((frame, index) => {
    const before = frames[index];
    return [
      frame.now,
      (Math.hypot(frame.x - before.x, frame.z - before.z) / (frame.now - before.now)) * 1000,
    ];
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${2 * height}" font-family="sans-serif" font-size="12">
<rect width="100%" height="100%" fill="#fff"/>
<text x="${margin}" y="20">${title}</text>
${line(path.truth, '#bbb', 5)}
${line(path.shown, '#06c', 1.5)}
<text x="${margin}" y="${height - 8}" fill="#888">grey: where the server has it; blue: what is shown, 60 times a second</text>
<text x="${margin}" y="${height + 20}">Speed that is shown, in units a second, over time in seconds</text>
${axes(speeds)}
</svg>
`;
}

function course(frames) {
  const xs = frames.flatMap((frame) => [frame.x, frame.trueX]);
  const zs = frames.flatMap((frame) => [frame.z, frame.trueZ]);
  const [left, low] = [Math.min(...xs), Math.min(...zs)];
  const scale = Math.min(
    (width - 2 * margin) / (Math.max(...xs) - left || 1),
    (height - 2 * margin) / (Math.max(...zs) - low || 1),
  );
  const at = (x, z) => [margin + (x - left) * scale, height - margin - (z - low) * scale];
  return {
    shown: frames.map((frame) => at(frame.x, frame.z)),
    truth: frames.map((frame) => at(frame.trueX, frame.trueZ)),
  };
}

function axes(speeds) {
  const [from, to] = [speeds[0][0], speeds.at(-1)[0]];
  const most = Math.max(...speeds.map(([, speed]) => speed)) || 1;
  const x = (now) => margin + ((now - from) / (to - from)) * (width - 2 * margin);
  const y = (speed) => 2 * height - margin - (speed / most) * (height - 2 * margin);
  const marks = [];
  for (let second = Math.ceil(from / 1000); second * 1000 <= to; second++)
    marks.push(
      `<text x="${x(second * 1000).toFixed(1)}" y="${2 * height - margin + 16}" text-anchor="middle">${second}</text>`,
    );
  for (let speed = 0; speed <= most; speed += 20)
    marks.push(
      `<text x="${margin - 6}" y="${y(speed).toFixed(1)}" text-anchor="end">${speed}</text>`,
      `<line x1="${margin}" x2="${width - margin}" y1="${y(speed).toFixed(1)}" y2="${y(speed).toFixed(1)}" stroke="#eee"/>`,
    );
  return `${marks.join('\n')}\n${line(
    speeds.map(([now, speed]) => [x(now), y(speed)]),
    '#06c',
    1,
  )}`;
}

function line(points, colour, thickness) {
  const list = points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
  return `<polyline points="${list}" fill="none" stroke="${colour}" stroke-width="${thickness}"/>`;
}

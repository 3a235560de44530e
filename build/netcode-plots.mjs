// Draws the flights that tests recorded over a bad network, for docs/netcode.md:
//   node build/netcode-plots.mjs
import { readFileSync, writeFileSync } from 'node:fs';

const [width, height, margin] = [720, 260, 40];

const helm = read('helm').filter(([kind]) => kind === 'sample');
draw('helm', 'The own ship at the helm: shown and true course', {
  shown: helm.map(([, now, , x, , z]) => [now, x, z]),
  truth: helm.map(([, now, , , , , , x, z]) => [now, x, z]),
});

const remote = read('remote');
const contacts = remote.filter(([kind]) => kind === 'contact');
const poses = remote.filter(([kind, , ...rest]) => kind === 'show' && rest.length > 0);
const truths = remote.filter(([kind]) => kind === 'truth');
for (const [name, id] of [
  ['own', 1],
  ['near', 2],
  ['far', 5],
  ['torpedo', 6],
]) {
  const index = contacts.findIndex((contact) => contact[1] === id);
  draw(name, contacts[index][2], {
    shown: poses.map(([, now, ...rest]) => [now, rest[4 * index], rest[4 * index + 2]]),
    truth: truths.map(([, now, ...rest]) => [now, rest[2 * index], rest[2 * index + 1]]),
  });
}

function read(name) {
  return JSON.parse(readFileSync(new URL(`../tests/netcode-vectors/${name}.json`, import.meta.url), 'utf8'));
}

function draw(name, title, flight) {
  writeFileSync(new URL(`../docs/screens/netcode-${name}.svg`, import.meta.url), plot(title, flight));
}

function plot(title, flight) {
  const path = course(flight);
  const speeds = flight.shown.slice(1).map(([now, x, z], index) => {
    const [before, fromX, fromZ] = flight.shown[index];
    return [now, (Math.hypot(x - fromX, z - fromZ) / (now - before)) * 1000];
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

function course({ shown, truth }) {
  const all = [...shown, ...truth];
  const [xs, zs] = [all.map(([, x]) => x), all.map(([, , z]) => z)];
  const [left, low] = [Math.min(...xs), Math.min(...zs)];
  const scale = Math.min(
    (width - 2 * margin) / (Math.max(...xs) - left || 1),
    (height - 2 * margin) / (Math.max(...zs) - low || 1),
  );
  const at = ([, x, z]) => [margin + (x - left) * scale, height - margin - (z - low) * scale];
  return { shown: shown.map(at), truth: truth.map(at) };
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
  for (let speed = 0; speed <= most; speed += most > 100 ? 50 : 20)
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

import { deflateSync, inflateSync } from 'node:zlib';

interface Picture {
  readonly width: number;
  readonly height: number;
  /** Three bytes a pixel, row by row. */
  readonly rgb: Uint8Array;
}

/** So many colours a picture has at most. */
const colors = 256;
/** Colours are counted by their upper bits. */
const bits = 6;

/** The same picture in 256 colours at most, which is a third of its size. Takes what Chromium writes: 8 bits a channel, not interlaced. */
export function withFewColors(png: Buffer): Buffer {
  const picture = read(png);
  dither(picture);
  const { palette, indexOf } = choose(picture.rgb);
  return write(picture, palette, indexOf);
}

/** Ordered dithering, four by four. */
const thresholds = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5];

// Spreads what counting by upper bits would round away, or soft light would show as rings.
function dither({ width, height, rgb }: Picture): void {
  const step = 1 << (8 - bits);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const shift = ((thresholds[(y & 3) * 4 + (x & 3)]! + 0.5) / 16 - 0.5) * step;
      const at = (y * width + x) * 3;
      for (let c = at; c < at + 3; c++) rgb[c] = Math.min(255, Math.max(0, Math.round(rgb[c]! + shift)));
    }
  }
}

function read(png: Buffer): Picture {
  const data: Buffer[] = [];
  let width = 0;
  let height = 0;
  let channels = 3;
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') {
      [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)];
      if (body[8] !== 8 || (body[9] !== 2 && body[9] !== 6) || body[12] !== 0)
        throw new Error('Only pictures of 8 bits a channel that are not interlaced can be read.');
      channels = body[9] === 6 ? 4 : 3;
    } else if (type === 'IDAT') data.push(body);
    at += length + 12;
  }
  const raw = inflateSync(Buffer.concat(data));
  const stride = width * channels;
  const rgb = new Uint8Array(width * height * 3);
  let above = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    const start = y * (stride + 1);
    const row = new Uint8Array(raw.subarray(start + 1, start + 1 + stride));
    unfilter(raw[start]!, row, above, channels);
    for (let x = 0; x < width; x++) {
      for (let c = 0; c < 3; c++) rgb[(y * width + x) * 3 + c] = row[x * channels + c]!;
    }
    above = row;
  }
  return { width, height, rgb };
}

// PNG specification, 9: each byte is told as the difference from what its neighbours say.
function unfilter(filter: number, row: Uint8Array, above: Uint8Array, channels: number): void {
  for (let i = 0; i < row.length; i++) {
    const left = i >= channels ? row[i - channels]! : 0;
    const up = above[i]!;
    const corner = i >= channels ? above[i - channels]! : 0;
    if (filter === 1) row[i]! += left;
    else if (filter === 2) row[i]! += up;
    else if (filter === 3) row[i]! += (left + up) >> 1;
    else if (filter === 4) row[i]! += paeth(left, up, corner);
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

interface Bucket {
  readonly key: number;
  count: number;
  /** Sums over its pixels. */
  readonly sum: [number, number, number];
}

const keyOf = (r: number, g: number, b: number): number => {
  const shift = 8 - bits;
  return ((r >> shift) << (2 * bits)) | ((g >> shift) << bits) | (b >> shift);
};

/** Median cut: the box of colours that differ most is halved, until there are enough. */
function choose(rgb: Uint8Array): { palette: Uint8Array; indexOf: Uint16Array } {
  const buckets = new Map<number, Bucket>();
  for (let i = 0; i < rgb.length; i += 3) {
    const [r, g, b] = [rgb[i]!, rgb[i + 1]!, rgb[i + 2]!];
    const key = keyOf(r, g, b);
    let bucket = buckets.get(key);
    if (!bucket) buckets.set(key, (bucket = { key, count: 0, sum: [0, 0, 0] }));
    bucket.count++;
    bucket.sum[0] += r;
    bucket.sum[1] += g;
    bucket.sum[2] += b;
  }
  const boxes = [[...buckets.values()]];
  while (boxes.length < colors) {
    const widest = boxes
      .map(spreadOf)
      .reduce((best, spread, at, all) => (spread > all[best]! ? at : best), 0);
    const box = boxes[widest]!;
    if (box.length < 2) break;
    boxes.splice(widest, 1, ...halve(box));
  }
  const palette = new Uint8Array(boxes.length * 3);
  const indexOf = new Uint16Array(1 << (3 * bits));
  boxes.forEach((box, index) => {
    const count = box.reduce((sum, bucket) => sum + bucket.count, 0);
    for (let c = 0; c < 3; c++)
      palette[index * 3 + c] = Math.round(box.reduce((sum, bucket) => sum + bucket.sum[c]!, 0) / count);
    for (const { key } of box) indexOf[key] = index;
  });
  return { palette, indexOf };
}

const value = ({ sum, count }: Bucket, channel: number): number => sum[channel]! / count;

function rangeOf(box: readonly Bucket[], channel: number): number {
  let [least, most] = [255, 0];
  for (const bucket of box) {
    least = Math.min(least, value(bucket, channel));
    most = Math.max(most, value(bucket, channel));
  }
  return most - least;
}

// Large areas count, but less than in proportion, so that a thin line keeps its colour.
const spreadOf = (box: readonly Bucket[]): number =>
  box.length < 2
    ? 0
    : Math.max(...[0, 1, 2].map((channel) => rangeOf(box, channel))) *
      box.reduce((sum, { count }) => sum + count, 0) ** 0.3;

function halve(box: Bucket[]): [Bucket[], Bucket[]] {
  const channel = [0, 1, 2].reduce((best, c) => (rangeOf(box, c) > rangeOf(box, best) ? c : best), 0);
  const sorted = box.sort((a, b) => value(a, channel) - value(b, channel));
  const half = sorted.reduce((sum, { count }) => sum + count ** 0.5, 0) / 2;
  let passed = 0;
  let at = 0;
  while (at < sorted.length - 1 && passed < half) passed += sorted[at++]!.count ** 0.5;
  const cut = Math.max(1, at);
  return [sorted.slice(0, cut), sorted.slice(cut)];
}

function write({ width, height, rgb }: Picture, palette: Uint8Array, indexOf: Uint16Array): Buffer {
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = (y * width + x) * 3;
      rows[y * (width + 1) + 1 + x] = indexOf[keyOf(rgb[i]!, rgb[i + 1]!, rgb[i + 2]!)]!;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits a pixel, by palette.
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette)),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, body: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, check]);
}

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const byte of bytes) c = crcTable[(c ^ byte) & 255]! ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

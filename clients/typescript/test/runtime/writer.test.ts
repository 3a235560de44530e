import { expect, test } from 'vitest';
import { ProtocolError, Writer, WriterCapacity } from '../../src/runtime/index.js';

const status = (action: () => void) => {
  try {
    action();
  } catch (error) {
    if (error instanceof ProtocolError) return error.status;
    throw error;
  }
  return 'Ok';
};

test('Writers under way at the same time do not disturb each other', () => {
  const writers = [new Writer(), new Writer(), new Writer()];
  for (let round = 0; round < 50; round++) writers.forEach((writer, i) => writer.u8(i * 50 + round));
  writers.forEach((writer, i) =>
    expect([...writer.toBytes()]).toEqual(Array.from({ length: 50 }, (_, round) => i * 50 + round)),
  );
});

test('A writer that begins anew forgets what it wrote, wherever that was kept', () => {
  const [first, second] = [new Writer(), new Writer()];
  first.u32(1);
  second.u32(2);
  first.reset();
  first.u8(3);
  expect([...first.toBytes()]).toEqual([3]);
  expect([...second.toBytes()]).toEqual([2, 0, 0, 0]);
});

test('What was written is little-endian and exact', () => {
  const writer = new Writer();
  writer.u8(0xff);
  writer.i8(-1);
  writer.u16(0x1234);
  writer.i16(-2);
  writer.u32(0xdeadbeef);
  writer.i32(-3);
  writer.u64(0x0102030405060708n);
  writer.i64(-4n);
  writer.f32(1.5);
  writer.f64(-0.5);
  writer.bool(true);
  expect(Buffer.from(writer.toBytes()).toString('hex')).toBe(
    'ff' +
      'ff' +
      '3412' +
      'feff' +
      'efbeadde' +
      'fdffffff' +
      '0807060504030201' +
      'fcffffffffffffff' +
      '0000c03f' +
      '000000000000e0bf' +
      '01',
  );
});

test('Nothing is written past the limit', () => {
  const writer = new Writer(4);
  writer.u16(1);
  expect(status(() => writer.u32(2))).toBe('FrameTooLarge');
  expect(status(() => writer.text('abc', 0, 255, 'text'))).toBe('FrameTooLarge');
  expect(status(() => writer.raw(new Uint8Array(3)))).toBe('FrameTooLarge');
  expect(new Writer(Infinity).limit).toBe(WriterCapacity);
});

test('A list or bytes of a forbidden length are refused', () => {
  const writer = new Writer();
  expect(status(() => writer.count(3, 0, 2, 'list'))).toBe('OutOfRange');
  expect(status(() => writer.bytesOf(new Uint8Array(1), 2, 4, 'bytes'))).toBe('OutOfRange');
});

test('A look at what was written needs no copy', () => {
  const writer = new Writer();
  writer.u16(0x0201);
  expect([...writer.peek()]).toEqual([1, 2]);
});

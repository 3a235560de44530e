import { Reader, Writer } from '@artemis/client/runtime';
import { decodeSessionList, encodeSessionList, type SessionList } from '@artemis/client/protocol';
import { jsonDecode, jsonEncode } from '../peers/json.js';
import { msgpackDecode, msgpackEncode } from '../peers/msgpack.js';
import type { Loop } from '../stopclock.js';
import type { Suite } from '../suite.js';
import { sampleSessions } from './samples.js';

const SESSIONS = 20;

/** The largest of the usual MessagePack messages: the list of sessions. */
export function benchSessionList(suite: Suite): void {
  const list: SessionList = { sessions: sampleSessions(SESSIONS) };
  const writer = new Writer();
  encodeSessionList(writer, list);
  const bytes = writer.toBytes();

  suite.run('SessionList.messagepack.encode', bytes.length, encoding(list), {
    '@msgpack/msgpack': msgpackEncode(list),
    JSON: jsonEncode(list),
  });
  suite.run('SessionList.messagepack.decode', bytes.length, decoding(bytes), {
    '@msgpack/msgpack': msgpackDecode(list),
    JSON: jsonDecode(list),
  });
}

function encoding(list: SessionList): Loop {
  const writer = new Writer();
  return (count) => {
    let total = 0;
    for (let i = 0; i < count; i++) {
      writer.reset();
      encodeSessionList(writer, list);
      total += writer.at;
    }
    return total;
  };
}

function decoding(bytes: Uint8Array): Loop {
  const reader = new Reader(bytes);
  return (count) => {
    let total = 0;
    for (let i = 0; i < count; i++) {
      reader.at = 0;
      total += decodeSessionList(reader).sessions.length;
    }
    return total;
  };
}

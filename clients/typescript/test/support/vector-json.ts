/** JSON as the vectors use it. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** What the JSON of a message cannot say of itself. */
export interface TypeHints {
  /** Keys whose values are bytes. */
  bytes: readonly string[];
  /** Keys whose values have 64 bits. */
  big: readonly string[];
  /** Packets that carry commands: the fields with the command's id and with its own fields. */
  commandFields?: Record<string, readonly [string, string]>;
}

const specials: Record<string, number> = { NaN: NaN, Infinity: Infinity, '-Infinity': -Infinity };

export function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A value of generated code as the vectors spell it. */
export function jsonOf(value: unknown): Json {
  if (value instanceof Uint8Array) return hexOf(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (Array.isArray(value)) return value.map(jsonOf);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key, inner]) => inner !== undefined && key !== '$unknown')
        .map(([key, inner]) => [key, jsonOf(inner)]),
    );
  return value as Json;
}

/** The vectors' JSON as a value of generated code. The template, a newly made value, tells types where there is one. */
export function natural(json: Json, template: unknown, hints: TypeHints, key = ''): unknown {
  if (typeof json === 'string') {
    if (template instanceof Uint8Array || (template === undefined && hints.bytes.includes(key)))
      return bytesOf(json);
    if (typeof template === 'bigint' || (template === undefined && hints.big.includes(key)))
      return BigInt(json);
    if (typeof template !== 'string' && json in specials) return specials[json];
    return json;
  }
  if (Array.isArray(json))
    return json.map((item, i) =>
      natural(item, Array.isArray(template) ? template[i] : undefined, hints, key),
    );
  if (typeof json === 'object' && json !== null) {
    const known = (template ?? {}) as Record<string, unknown>;
    const entries = Object.entries(json).map(([name, inner]) => [
      name,
      natural(inner, known[name], hints, name),
    ]);
    return { ...known, ...Object.fromEntries(entries) };
  }
  return json;
}

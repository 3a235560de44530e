const encoder = new TextEncoder();

/** Length of a text in bytes of UTF-8, as the protocol's bounds count it. */
export const utf8Length = (text: string): number => encoder.encode(text).length;

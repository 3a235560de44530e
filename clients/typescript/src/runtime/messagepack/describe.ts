/** What a MessagePack format byte begins, in words for an error. */
export function describeFormat(format: number): string {
  if (format <= 0x7f || format >= 0xe0 || (format >= 0xcc && format <= 0xd3)) return 'an integer';
  if (format <= 0x8f || format >= 0xde) return 'a map';
  if (format <= 0x9f || format >= 0xdc) return 'an array';
  if (format <= 0xbf || format >= 0xd9) return 'text';
  if (format === 0xc0) return 'nil';
  if (format === 0xc1) return 'the byte 0xc1';
  if (format <= 0xc3) return 'true or false';
  if (format <= 0xc6) return 'bytes';
  if (format === 0xca || format === 0xcb) return 'a float';
  return 'an extension';
}

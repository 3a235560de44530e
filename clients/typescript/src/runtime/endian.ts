/**
 * The machine's own byte order. Words that are read from a typed array and written to a view in it keep their bytes as they are.
 */
export const machineIsLittleEndian = /* @__PURE__ */ (() =>
  new Uint8Array(new Uint16Array([1]).buffer)[0] === 1)();

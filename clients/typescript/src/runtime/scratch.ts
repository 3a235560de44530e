// The memory that all writers share.

/** Most bytes that one writer holds. */
export const WriterCapacity = 1 << 20;

/** Bytes past the capacity that an encoder may touch before it notices that it went too far. */
export const WriterSlack = 1024;

/**
 * What every writer writes into. That it is one constant lets an engine fold its address and length into the code of
 * encoders, which makes them twice as fast as writers with buffers of their own.
 */
export const scratchBytes = /* @__PURE__ */ new Uint8Array(WriterCapacity + WriterSlack);

/** The same memory as {@link scratchBytes}. */
export const scratchView = /* @__PURE__ */ new DataView(scratchBytes.buffer);

/**
 * What generated codecs stand on.
 *
 * @packageDocumentation
 */
export { DecodeStatus, ProtocolError } from './protocol-error.js';

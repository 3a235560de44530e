/** A protocol version. Minor versions only add; a new major version breaks. */
export interface ProtocolVersion {
  readonly major: number;
  readonly minor: number;
}

/** Whether a peer of a version knows what came with another. */
export function knows(peer: ProtocolVersion, major: number, minor: number): boolean {
  return peer.major > major || (peer.major === major && peer.minor >= minor);
}

/** Reads `major.minor`; undefined if it is not that. */
export function parseVersion(text: string): ProtocolVersion | undefined {
  const match = /^(\d{1,5})\.(\d{1,5})$/.exec(text);
  return match ? { major: Number(match[1]), minor: Number(match[2]) } : undefined;
}

/** Writes a version as `major.minor`. */
export function formatVersion(version: ProtocolVersion): string {
  return `${version.major}.${version.minor}`;
}

import { ServerApi } from '../generated/server-api.js';

/** Where the gateway's WebSocket is: the page's own server says so. */
export async function gatewayUrl(): Promise<string> {
  try {
    return (await new ServerApi('', window).getServer()).gatewayUrl;
  } catch {
    // Without an answer the usual place is as good a guess as any.
    return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.hostname}:8080/`;
  }
}

/** Where the gateway's WebSocket is: the page's own server says so. */
export async function gatewayUrl(): Promise<string> {
  try {
    const answer = await fetch('/api/server', { headers: { accept: 'application/json' } });
    if (answer.ok) {
      const { gatewayUrl: url } = (await answer.json()) as { gatewayUrl?: unknown };
      if (typeof url === 'string') return url;
    }
  } catch {
    // Without an answer the usual place is as good a guess as any.
  }
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.hostname}:8080/`;
}

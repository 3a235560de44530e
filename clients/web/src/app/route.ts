/** Where in the page one is; kept in the part of the address behind `#`, so that a link brings friends straight in. */
export type Route = { readonly page: 'sessions' } | { readonly page: 'session'; readonly id: string };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The route that an address's fragment names; anything unknown is the list of sessions. */
export function parseRoute(fragment: string): Route {
  const match = /^#\/session\/([^/?]+)$/.exec(fragment);
  const id = match?.[1]?.toLowerCase();
  return id !== undefined && uuid.test(id) ? { page: 'session', id } : { page: 'sessions' };
}

/** The fragment of a route. */
export const fragmentOf = (route: Route): string =>
  route.page === 'session' ? `#/session/${route.id}` : '#/';

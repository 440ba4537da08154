const PREFIX = '#/p/';

/** The project that the address names, so that a reload comes back to it. */
export function projectInHash(): string | null {
  return location.hash.startsWith(PREFIX) ? decodeURIComponent(location.hash.slice(PREFIX.length)) : null;
}

/** Puts the open project into the address, or takes it out. */
export function putInHash(id: string | null): void {
  history.replaceState(null, '', id === null ? location.pathname + location.search : PREFIX + encodeURIComponent(id));
}

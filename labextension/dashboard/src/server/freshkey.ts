// A name that nothing else has: of one message, so that after a lost answer the same text sent again is accepted only once.

export function freshKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16)); // randomUUID is not there on a page without https
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}

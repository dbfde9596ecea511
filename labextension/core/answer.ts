// What a response of the server says.

import type { Failure } from './api.gen';

/** An answer that is none: of the server, or of something else in its place, such as a proxy. */
export class ServerError extends Error {
  constructor(
    message: string,
    readonly status: number
  ) {
    super(message);
  }
}

/** The server's own refusal: one sentence, and the name of what went wrong. */
export class Refused extends ServerError {
  constructor({ message, reason }: Failure, status: number) {
    super(message, status);
    this.reason = reason;
  }

  readonly reason: string;
}

/** The content of a response. Rejects with a ServerError. */
export async function answerOf<Answer>(response: Response): Promise<Answer> {
  const { ok, status, statusText } = response;
  const text = await response.text();
  if (!ok) {
    const failure = told(text);
    throw failure
      ? new Refused(failure, status)
      : new ServerError(`The server answered ${status} ${statusText}; is it AreYouJ's?`, status);
  }
  return (text ? JSON.parse(text) : undefined) as Answer; // the generated types are the server's promise
}

/** Whether an error is a refusal; otherwise what was asked for may have been done nevertheless. */
export function refused(error: unknown): boolean {
  return error instanceof ServerError && error.status < 500;
}

/** What an error's body tells; undefined if something else than AreYouJ answered. */
function told(text: string): Failure | undefined {
  try {
    const { message, reason } = JSON.parse(text) as Partial<Failure>;
    return message && reason ? { message, reason } : undefined;
  } catch {
    return undefined;
  }
}

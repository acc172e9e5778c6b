// How many requests each client made in its minute. One count for all ways a request may take.

export type RequestCount = { used: number; resetAt: number };

export type RequestCounts = {
  /** What a client has used so far, without counting. */
  peek: (client: string) => number;
  count: (client: string) => RequestCount;
};

/** Windows that are over are swept out when there are so many clients. */
const sweepAt = 10_000;

export function createRequestCounts(windowMs: number): RequestCounts {
  const counts = new Map<string, RequestCount>();

  function current(client: string): RequestCount | undefined {
    const found = counts.get(client);
    return found && found.resetAt > Date.now() ? found : undefined;
  }

  function begin(client: string): RequestCount {
    const now = Date.now();
    if (counts.size >= sweepAt)
      for (const [other, { resetAt }] of counts) if (resetAt <= now) counts.delete(other);
    const fresh = { used: 0, resetAt: now + windowMs };
    counts.set(client, fresh);
    return fresh;
  }

  return {
    peek: (client) => current(client)?.used ?? 0,
    count: (client) => {
      const mine = current(client) ?? begin(client);
      mine.used += 1;
      return mine;
    },
  };
}

/** The headers of draft-6 of the IETF's RateLimit fields, as the limiter of the other routes writes them. */
export function rateHeaders(
  { used, resetAt }: RequestCount,
  { limit, windowMs }: { limit: number; windowMs: number },
): string[] {
  return [
    'RateLimit-Policy',
    `${limit};w=${Math.ceil(windowMs / 1_000)}`,
    'RateLimit-Limit',
    String(limit),
    'RateLimit-Remaining',
    String(Math.max(0, limit - used)),
    'RateLimit-Reset',
    String(Math.max(0, Math.ceil((resetAt - Date.now()) / 1_000))),
  ];
}

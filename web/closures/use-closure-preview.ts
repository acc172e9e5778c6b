import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { DrawnClosure } from '../../server/closures/schema.ts';
import type { ClosurePreview } from '../../server/closures/stretches-schema.ts';
import { type ApiError, previewClosure } from '../api.ts';
import { afterFailure } from '../dispatch/ask-again.ts';

/** A hand that puts points is not asked about each of them. */
const pauseMs = 150;
/** While the road graph cannot say it. */
const unknownMs = 2_000;

export type Preview = {
  /** Of what is drawn now, never of what was before. */
  seen: ClosurePreview | null;
  failure: ApiError | null;
  isAsking: boolean;
};

/** What the closure that is being drawn would close; nothing before it has enough points. */
export function useClosurePreview(drawn: DrawnClosure | null): Preview {
  const now = JSON.stringify(drawn);
  const [asked] = useDebouncedValue(now, pauseMs);
  const { data, error } = useQuery<ClosurePreview, ApiError>({
    queryKey: ['closure-preview', asked],
    queryFn: ({ signal }) => previewClosure(JSON.parse(asked) as DrawnClosure, signal),
    enabled: asked !== 'null',
    refetchInterval: (query) =>
      afterFailure(query) || (query.state.data?.unknown === 'graph-away' ? unknownMs : false),
  });
  const isCurrent = asked === now && drawn !== null;
  const seen = (isCurrent && data) || null;
  const failure = isCurrent && !seen ? error : null;
  return { seen, failure, isAsking: drawn !== null && !seen && !failure };
}

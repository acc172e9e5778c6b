import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { DataIssue, DataIssues } from '../../server/data-issues/schema.ts';
import { type ApiError, changeDataIssue, fetchDataIssues, type IssueFilter } from '../api.ts';

/** More than anybody scrolls through; the files hold all. */
export const mostListed = 200;

export type IssueChanges = {
  change: (issue: DataIssue, by: string) => void;
  error: ApiError | null;
};

/** The list as others change it too, and what is changed from here. */
export function useIssueList(state: IssueFilter): UseQueryResult<DataIssues, ApiError> & {
  changes: IssueChanges;
} {
  const client = useQueryClient();
  const list = useQuery<DataIssues, ApiError>({
    queryKey: ['data-issues', state],
    queryFn: ({ signal }) => fetchDataIssues(state, mostListed, signal),
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  });
  const changing = useMutation<DataIssue, ApiError, { issue: DataIssue; by: string }>({
    mutationFn: ({ issue, by }) =>
      changeDataIssue(issue.id, issue.state === 'open' ? 'close' : 'reopen', by),
    onSuccess: () => client.invalidateQueries({ queryKey: ['data-issues'] }),
  });
  return {
    ...list,
    changes: {
      change: (issue, by) => changing.mutate({ issue, by }),
      error: changing.error,
    },
  };
}

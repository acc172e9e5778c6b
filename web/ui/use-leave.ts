import { useCanGoBack, useNavigate, useRouter } from '@tanstack/react-router';

/** Back to the screen it came from; with a link opened by itself, to the answer of that link. */
export function useLeave(): () => void {
  const router = useRouter();
  const canGoBack = useCanGoBack();
  const go = useNavigate();
  return () => {
    if (canGoBack) router.history.back();
    else void go({ to: '/', search: (search) => search, replace: true });
  };
}

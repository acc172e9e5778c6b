import { type JSX, useState } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { copyText } from '../ui/copy-text.ts';
import { crewGpx, type CrewWay, gpxFileName } from './crew-gpx.ts';
import { isLoopback } from './is-loopback.ts';
import { navigationLink } from './navigation-link.ts';

/** Ways on to other devices: their own navigation, a GPX file, this page's link. Not on paper. */
export function CrewLinks({ way }: { way: CrewWay }): JSX.Element | null {
  const words = useWords();
  const { t } = words;
  const [copied, setCopied] = useState<boolean | null>(null);
  const { stop } = way.unit;
  if (!stop) return null;
  const copy = async (): Promise<void> => setCopied(await copyText(location.href));
  return (
    <section className="crew-links">
      <div className="crew-buttons">
        <a
          className="plain-button"
          href={navigationLink(stop, way.stopName, navigator.userAgent)}
          title={t('crew.navigateHelp')}
          data-testid="crew-navigate"
        >
          {t('crew.navigate')}
        </a>
        <button
          type="button"
          className="plain-button"
          onClick={() => download(gpxFileName(way), crewGpx(way, words))}
          data-testid="crew-gpx"
        >
          {t('crew.gpx')}
        </button>
        <button
          type="button"
          className="plain-button"
          onClick={() => void copy()}
          data-testid="crew-share"
        >
          {t('crew.share')}
        </button>
        <p role="status">{copied !== null && t(copied ? 'crew.shared' : 'crew.shareFailed')}</p>
        {isLoopback(location.hostname) && (
          <p className="crew-warning" data-testid="crew-share-here">
            {t('crew.shareHere', { host: location.hostname })}
          </p>
        )}
        <p className="crew-warning">{t('crew.navigateHelp')}</p>
      </div>
    </section>
  );
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/gpx+xml' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Safari starts the download only after the click was handled.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

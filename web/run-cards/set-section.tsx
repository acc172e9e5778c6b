import './run-cards.css';
import { Fragment, type JSX } from 'react';
import type { RecommendedSet } from '../../server/run-cards/schema.ts';
import { useWords } from '../i18n/use-words.ts';
import { UncoveredLine } from '../uncovered/uncovered-line.tsx';
import { PhoneLink } from '../ui/phone-link.tsx';
import { RuledRow } from '../ui/ruled-row.tsx';
import { useScreenKey } from '../ui/use-screen-key.ts';
import type { ShownIncident } from './incident.ts';
import {
  amountText,
  cardText,
  setByHandText,
  setSummary,
  shortageText,
  takeBackText,
  timedByText,
} from './set-words.ts';
import { MarkSent, TakeBackPress } from './mark-sent.tsx';
import type { SentMarking } from './use-sent-marking.ts';
import type { ShownSet } from './use-set.ts';

type SetSectionProps = {
  shown: ShownSet;
  /** As it is asked for now: the set on screen may still be of the one before. */
  incident: ShownIncident;
  onIncident: (incident: ShownIncident) => void;
  marking: SentMarking;
  /** To another fire, in words; '' where nobody marked that. */
  sentElsewhere: (vehicleId: string) => string;
  onTakeBack: (vehicleId: string) => void;
};

const types = ['fire', 'rescue'] as const;

/** What happens, and who to send for it: one line that unfolds to the run card. */
export function SetSection(props: SetSectionProps): JSX.Element {
  const { shown, incident, onIncident, marking, sentElsewhere, onTakeBack } = props;
  const { set, byHand, sentIds, awayIds } = shown;
  const words = useWords();
  const { t } = words;
  const { alarmLevels } = set;
  const { incidentType, alarmLevel } = incident;
  const chooseType = (type: ShownIncident['incidentType']) =>
    onIncident({ incidentType: type, alarmLevel });
  const chooseLevel = (level: number) => onIncident({ incidentType, alarmLevel: level });
  useScreenKey('i', () => chooseType(incidentType === 'fire' ? 'rescue' : 'fire'));
  useScreenKey('b', () => {
    const next = alarmLevels.find((level) => level > alarmLevel) ?? alarmLevels[0];
    if (next !== undefined) chooseLevel(next);
  });
  return (
    <section className="set" data-testid="set" aria-label={t('set.label')}>
      <div className="set-switches">
        <div className="set-switch" role="group" aria-label={t('set.type')}>
          {types.map((type) => (
            <button
              key={type}
              type="button"
              aria-pressed={type === incidentType}
              title={`${t(`set.type.${type}.long`)} (I)`}
              onClick={() => chooseType(type)}
              data-testid={`incident-${type}`}
            >
              {t(`set.type.${type}`)}
            </button>
          ))}
        </div>
        <div className="set-switch" role="group" aria-label={t('set.level')}>
          <span aria-hidden="true">{t('set.level.short')}</span>
          {alarmLevels.map((level) => (
            <button
              key={level}
              type="button"
              aria-pressed={level === alarmLevel}
              aria-label={t('set.level.n', { level })}
              title={`${t('set.level.n', { level })} (B)`}
              onClick={() => chooseLevel(level)}
              data-testid={`alarm-${level}`}
            >
              {level}
            </button>
          ))}
        </div>
        <MarkSent marking={marking} />
      </div>
      <details className="set-fold" data-testid="set-fold">
        <summary data-testid="set-summary">{setSummary(set, sentIds, words)}</summary>
        <SetCard shown={shown} sentElsewhere={sentElsewhere} onTakeBack={onTakeBack} />
      </details>
      {byHand.length > 0 && (
        <p className="set-by-hand secondary" role="status" data-testid="set-by-hand">
          {byHand.map((each, i) => (
            <Fragment key={each.takeBackId ?? i}>
              {i > 0 && ' '}
              {setByHandText(each, words)}
              {each.takeBackId !== undefined && (
                <>
                  {' '}
                  <TakeBackPress
                    unitId={each.takeBackId}
                    text={takeBackText(each, words)}
                    onTakeBack={onTakeBack}
                  />
                </>
              )}
            </Fragment>
          ))}
        </p>
      )}
      <UncoveredLine unitIds={awayIds} />
    </section>
  );
}

function SetCard({
  shown: { set, sentIds },
  sentElsewhere,
  onTakeBack,
}: Pick<SetSectionProps, 'shown' | 'sentElsewhere' | 'onTakeBack'>): JSX.Element {
  const words = useWords();
  const { t, format } = words;
  const signOf = (id: string) =>
    set.vehicles.find(({ vehicleId }) => vehicleId === id)?.callSign ?? id;
  const ofOthers = set.vehicles.filter(({ mobilised }) => mobilised !== null);
  const isAssumed = set.requirements.some(({ mark }) => mark === 'assumed');
  return (
    <>
      <ul className="ruled-rows">
        {set.requirements.map((requirement) => (
          <RuledRow
            key={requirement.capability}
            testId={`set-${requirement.capability}`}
            name={t(`set.capability.${requirement.capability}`)}
            value={
              <span className={requirement.seconds === null ? 'missing' : ''}>
                {amountText(requirement, words)}
              </span>
            }
            time={requirement.seconds === null ? '–' : format.clock(requirement.seconds)}
            about={[
              requirement.by.map(({ vehicleId }) => signOf(vehicleId)).join(', '),
              shortageText(requirement, words),
            ]
              .filter(Boolean)
              .join(' · ')}
          />
        ))}
      </ul>
      {ofOthers.length > 0 && (
        <ul className="ruled-rows" data-testid="set-mobilised">
          {ofOthers.map((vehicle) => (
            <MobilisedRow
              key={vehicle.vehicleId}
              vehicle={vehicle}
              elsewhere={sentElsewhere(vehicle.vehicleId)}
              onTakeBack={sentIds.includes(vehicle.vehicleId) ? onTakeBack : null}
            />
          ))}
        </ul>
      )}
      <p className="set-card secondary">
        {t('set.card', { card: cardText(set, words) })} {isAssumed && t('set.assumed')}
      </p>
    </>
  );
}

type MobilisedRowProps = {
  vehicle: RecommendedSet['vehicles'][number];
  /** '' where nobody marked it as sent to another fire. */
  elsewhere: string;
  /** null while it was not sent. */
  onTakeBack: ((vehicleId: string) => void) | null;
};

/** A vehicle of others: whom to call, and when it is there. It is in no list, so the way back is here. */
function MobilisedRow({ vehicle, elsewhere, onTakeBack }: MobilisedRowProps): JSX.Element {
  const words = useWords();
  const { t, format } = words;
  const { mobilised, vehicleId, vehicleClass, callSign, seconds } = vehicle;
  const kind = words.maybe(`set.mobilised.${vehicleClass}`) ?? vehicleClass;
  return (
    <RuledRow
      name={`${kind} ${callSign}`}
      value={
        <span className="set-others-call">
          <PhoneLink phone={mobilised?.phone ?? null} />
          {onTakeBack && (
            <TakeBackPress
              unitId={vehicleId}
              text={t('set.takeBack', { callSign })}
              onTakeBack={onTakeBack}
            />
          )}
        </span>
      }
      time={format.clock(seconds)}
      about={[
        t('set.mobilised', { owner: mobilised?.owner ?? '' }),
        t('set.callOut', { minutes: format.clock(mobilised?.callOutSeconds ?? 0) }),
        ...(mobilised ? timedByText(mobilised, words) : []),
        ...(elsewhere === '' ? [] : [elsewhere]),
      ].join(' · ')}
    />
  );
}

import type { ResponseResult, UnitResponse } from '../../server/response/schema.ts';

/** A unit of the answer that it was named for; where it is not available, that is the first thing said of it. */
export function unitOfAnswer(
  answer: Pick<ResponseResult, 'units' | 'notes'> | undefined,
  unitId: string | null,
): UnitResponse | null {
  const unit = answer?.units.find((candidate) => candidate.unitId === unitId);
  if (!answer || !unit) return null;
  const status = answer.notes.filter(
    ({ code, params }) => code === 'status-now' && params['unitId'] === unitId,
  );
  return status.length === 0 ? unit : { ...unit, notes: [...status, ...unit.notes] };
}

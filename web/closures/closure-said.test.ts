import { describe, expect, it } from 'vitest';
import type { KeptClosure } from '../../server/closures/schema.ts';
import { errorForTest } from '../dispatch/answers-for-test.ts';
import { createTexts, wordsOf } from '../i18n/words.ts';
import { saidText } from './closure-said.ts';

const vietnamese = wordsOf(createTexts('vi'));
const english = wordsOf(createTexts('en'));
const tomorrow = new Date(Date.now() + 86_400_000);

function drawn(changes: Partial<KeptClosure>): KeptClosure {
  return {
    id: 1,
    geometry: { type: 'Point', coordinates: [105.8, 21] },
    effect: 'impassable',
    vehicleClasses: null,
    onFoot: false,
    from: new Date(0).toISOString(),
    to: null,
    daily: null,
    reason: 'lễ hội',
    by: 'Lan',
    verified: false,
    createdAt: new Date(0).toISOString(),
    withdrawnAt: null,
    withdrawnBy: null,
    active: true,
    obeyedBy: { segments: 1, routers: {} },
    ...changes,
  };
}

const done = (closure: KeptClosure) => ({
  doing: 'draw' as const,
  failure: null,
  done: { closure },
});
const failed = (doing: 'draw' | 'withdraw', code: string, status: number | null) => ({
  doing,
  failure: errorForTest(code, status),
  done: null,
});

describe('what is said of a closure that was sent', () => {
  it('is that routes obey it only where it is in force', () => {
    expect(saidText(done(drawn({})), vietnamese)).toBe('Đã cấm. Mọi đường mới đều tránh.');
    const later = drawn({ from: tomorrow.toISOString(), active: false });
    const time = vietnamese.format.moment(tomorrow, new Date());
    expect(saidText(done(later), vietnamese)).toBe(`Đã ghi. Có hiệu lực từ ${time}.`);
    expect(saidText(done(later), english)).toBe(`Recorded. In force from ${time}.`);
    const daily = drawn({ daily: { from: '05:00', to: '08:00' }, active: false });
    expect(saidText(done(daily), vietnamese)).toMatch(
      /^Đã ghi. Có hiệu lực từ .* · hằng ngày 05:00–08:00\.$/,
    );
  });

  it('is that nobody knows which roads it closes, also of one that begins later', () => {
    const obeyedBy = { segments: null, routers: {} };
    const later = drawn({ from: tomorrow.toISOString(), active: false, obeyedBy });
    expect(saidText(done(later), vietnamese)).toMatch(
      /^Đã ghi\. Có hiệu lực từ .*\. Mạng đường chưa trả lời: chưa rõ nó cấm đường nào\.$/,
    );
  });

  it('is that nothing obeys it yet, where nobody could say which roads it closes', () => {
    const unknown = drawn({ obeyedBy: { segments: null, routers: {} } });
    expect(saidText(done(unknown), vietnamese)).toBe(
      'Đã ghi, nhưng mạng đường chưa trả lời: thời gian xe chưa xét chỗ này, và chưa rõ nó cấm đường nào.',
    );
    expect(saidText(done(unknown), english)).toMatch(/^Recorded, but the road graph does not/);
  });

  it('is, of what should only be avoided, that some routes may still pass there', () => {
    expect(saidText(done(drawn({ effect: 'avoid' })), vietnamese)).toBe(
      'Đã ghi. Đường mới chỉ đi qua đó khi không còn đường khác.',
    );
  });

  it('is why it was refused, or why it could not be withdrawn', () => {
    expect(saidText(failed('draw', 'closes-no-road', 422), english)).toMatch(
      /^Not closed: no road/,
    );
    expect(saidText(failed('withdraw', 'already-withdrawn', 409), english)).toBe(
      'Not withdrawn: somebody withdrew it before',
    );
    expect(saidText(failed('withdraw', 'already-withdrawn', 409), vietnamese)).toBe(
      'Chưa gỡ được: đã có người gỡ trước',
    );
  });

  it('is that it was not closed, where the database refused to write it', () => {
    expect(saidText(failed('draw', 'database-full', 503), english)).toBe(
      'Not closed: the disk of the database is full; nothing was written',
    );
    expect(saidText(failed('draw', 'database-read-only', 503), vietnamese)).toBe(
      'Chưa cấm được: cơ sở dữ liệu đang chỉ cho đọc, chưa ghi được gì',
    );
  });

  it.each([
    ['internal', 500],
    ['database-down', 503],
    ['timeout', null],
    ['network', null],
  ])('is that nobody knows, where the answer is lost that would say it: %s', (code, status) => {
    expect(saidText(failed('draw', code, status), vietnamese)).toMatch(
      /^Chưa rõ đã cấm hay chưa \(.+\): xem danh sách bên dưới\.$/,
    );
    expect(saidText(failed('withdraw', code, status), vietnamese)).toMatch(
      /^Chưa rõ đã gỡ hay chưa \(.+\): xem danh sách bên dưới\.$/,
    );
    expect(saidText(failed('draw', code, status), english)).toMatch(
      /^Not known whether it is closed \(.+\): look at the list below\.$/,
    );
    expect(saidText(failed('withdraw', code, status), english)).toMatch(
      /^Not known whether it is withdrawn \(.+\): look at the list below\.$/,
    );
  });
});

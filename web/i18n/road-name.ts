import type { Language } from './language.ts';

const typeWord =
  /^(Phố|Đường|Ngõ|Ngách|Hẻm|Đại lộ|Quốc lộ|Phường|Xã|Thị trấn|Cầu vượt|Hầm chui|Vòng xoay)(?= )/;

/** Inside a Vietnamese sentence the type word is no part of the proper name: "vào phố Khương Hạ". */
export function nameInSentence(name: string, language: Language): string {
  if (language !== 'vi') return name;
  return name.replace(typeWord, (word) => word.toLocaleLowerCase('vi'));
}

/** What a ramp's name of the map leads to, where it is no name but what stands on its sign: "Hướng đi cầu Long Biên". */
export function signedGoal(name: string): string | null {
  return /^Hướng(?: đi)? (.+)$/.exec(name)?.[1] ?? null;
}

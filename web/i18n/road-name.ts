import type { Language } from './language.ts';

const typeWord = /^(Phố|Đường|Ngõ|Ngách|Hẻm|Đại lộ|Quốc lộ|Phường|Xã|Thị trấn)(?= )/;

/** Inside a Vietnamese sentence the type word is no part of the proper name: "vào phố Khương Hạ". */
export function nameInSentence(name: string, language: Language): string {
  if (language !== 'vi') return name;
  return name.replace(typeWord, (word) => word.toLocaleLowerCase('vi'));
}

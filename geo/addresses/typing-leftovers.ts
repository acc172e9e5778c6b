// What is left when a Vietnamese keyboard was in the wrong state: Telex (`khuwowng haj`) and
// VNI (`d9u7o7ng2`). Only tokens that cannot be plain Vietnamese and decode to a possible
// syllable are changed, so names such as `HH2A` and `Ellis` stay as they are.

const initials = '(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|b|c|d|g|h|k|l|m|n|p|r|s|t|v|x)?';
const vowels =
  '(?:uye|uya|uyu|ieu|yeu|oai|oay|oeo|uay|uoi|uou|uao|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|oo|ua|ue|ui|uo|uu|uy|ye|a|e|i|o|u|y)';
const finals = '(?:ch|ng|nh|c|m|n|p|t)?';
const syllable = new RegExp(`^${initials}${vowels}${finals}$`);

/** Whether folded letters can be one Vietnamese syllable. */
export function isSyllable(key: string): boolean {
  return syllable.test(key);
}

/** The folded syllable behind a Telex leftover, or null when `key` is not one. */
export function decodeTelex(key: string): string | null {
  if (!/^[a-z]{2,9}$/.test(key) || isSyllable(key)) return null;
  const bare = key
    .replaceAll(/([aou])w/g, '$1')
    .replaceAll(/aa|ee|oo/g, (pair) => pair.charAt(0))
    .replace(/^dd/, 'd')
    .replace(/([aeiouy](?:ch|ng|nh|c|m|n|p|t)?)[sfrxj]$/, '$1')
    .replace(/([aeiouy])[sfrxj](?=(?:ch|ng|nh|c|m|n|p|t)$)/, '$1');
  return bare !== key && isSyllable(bare) ? bare : null;
}

/** The folded syllable behind a VNI leftover, or null. Digits: 1–5 tone, 6 ^, 7 horn, 8 breve, 9 đ. */
export function decodeVni(key: string): string | null {
  if (!/^[a-z][a-z1-9]*\d[a-z1-9]*$/.test(key)) return null;
  const marks = /^d9|[aeo]6|[ou]7|a8|([aeiouy](?:ch|ng|nh|c|m|n|p|t)?)[1-5]/g;
  const bare = key
    .replaceAll(/^d9/g, 'd')
    .replaceAll(/([aeo])6/g, '$1')
    .replaceAll(/([ou])7/g, '$1')
    .replaceAll(/a8/g, 'a')
    .replaceAll(/([aeiouy](?:ch|ng|nh|c|m|n|p|t)?)[1-5]/g, '$1');
  return marks.test(key) && isSyllable(bare) ? bare : null;
}

/**
 * Whether a text was typed with VNI left on. `ngo4` alone may also be "ngõ 4", so a text counts
 * only when some token has a mark inside it or two marks (`d9u7o7ng2`, `so61`).
 */
export function looksLikeVni(keys: string[]): boolean {
  return keys.some((key) => /[a-z]\d+[a-z]|[a-z][6-9][1-5]/.test(key) && decodeVni(key) !== null);
}

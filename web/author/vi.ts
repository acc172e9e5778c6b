/** The texts about who writes something down. */
export const authorVi = {
  'author.name': 'Tên bạn (nhớ trên máy này)',
  'author.needed': 'Gõ tên bạn trước.',
  'author.unverified': '{{by}} (chưa xác minh)',
} as const;

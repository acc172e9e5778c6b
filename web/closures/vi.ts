/** The texts of closed roads. */
export const closuresVi = {
  'why.closed': 'đường đang cấm: {{why}} ({{by}})',
  'note.crosses-closure': 'Phải đi qua đoạn nên tránh: {{why}} (người báo: {{by}}).',
} as const;

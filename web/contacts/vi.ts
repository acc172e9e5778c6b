/** Whom to call. */
export const contactsVi = {
  'contacts.call': 'Gọi',
  'contacts.near_one': '{{n}} điểm, tổ trong {{meters}}\u00A0m',
  'contacts.near_other': '{{n}} điểm, tổ trong {{meters}}\u00A0m',
  'contacts.lastKnown':
    'Cơ sở dữ liệu trả lời chậm hoặc không trả lời; số máy đọc cách đây {{age}}.',
  'contacts.failed': 'Chưa có số gọi hỗ trợ: {{why}}',
  'contacts.noneNear': 'Không có điểm chữa cháy, tổ hay số trực nào cho nơi này.',
  'contacts.noRegister': 'Dữ liệu chưa có số trực và lực lượng tại chỗ.',
  'contacts.extension': 'máy\u00A0lẻ\u00A0{{extension}}',
  'contacts.noPhone': 'chưa có số',
  'contacts.onFoot': 'đi bộ {{meters}}\u00A0m',
  'contacts.about': 'khoảng {{meters}}\u00A0m',
  'contacts.kind.public-fire-point': 'điểm chữa cháy công cộng',
  'contacts.kind.inter-family-team': 'tổ liên gia',
  'contacts.kind.facility-team': 'đội PCCC cơ sở',
  'contacts.kind.power': 'cắt điện',
  'contacts.kind.hospital': 'bệnh viện',
  'contacts.kind.ward': 'trực ban phường',
  'contacts.short.power': 'điện lực',
  'contacts.short.hospital': 'bệnh viện',
  'contacts.short.ward': 'phường',
} as const;
